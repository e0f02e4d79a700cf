"""Telling people in the application what happened; the notice stands in the same transaction."""

from collections.abc import Iterable
from uuid import UUID

from agencies.models import Membership, Notification


def notify(
    kind: str,
    *,
    to: Iterable[Membership],
    about: UUID,
    path: str,
    by: Membership | None = None,
    case_id: UUID | None = None,
    case_number: str = "",
) -> None:
    """One notice for each recipient but for whoever did it herself; the same event is told once."""
    recipients = [each for each in to if by is None or each.user_id != by.user_id]
    Notification.objects.bulk_create(
        [
            Notification(
                agency_id=each.agency_id,
                recipient=each,
                kind=kind,
                key=f"{kind}:{about}",
                path=path,
                case_id=case_id,
                case_number=case_number,
            )
            for each in recipients
        ],
        ignore_conflicts=True,
    )
