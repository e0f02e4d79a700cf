"""What the tests' worlds hold of: mails and notices."""

from uuid import uuid4

from django.db.models import Model
from django.utils import timezone

from agencies.actions.notify import notify
from agencies.models import Membership, Notification, NotificationKind
from cases.models import Case
from core.models import OutboxMessage
from tests.access.parts.making import Maker
from tests.factories import working_as


def _notice(case: Case, by: Membership) -> Model:
    kind, path = NotificationKind.ASSIGNED, f"/cases/{case.pk}/"
    with working_as(by):
        notify(kind, to=[by], about=case.pk, path=path, case_id=case.pk, case_number=case.number)
        return Notification.objects.get(key=f"{kind}:{case.pk}", recipient=by)


def _mail(case: Case, by: Membership) -> Model:
    """One that was given up."""
    return OutboxMessage.objects.create(
        key=f"test:{uuid4()}",
        to="jemand@test.example",
        subject="Ihre Einladung zu Fallbrücke",
        body="https://fallbruecke.example/",
        attempts=8,
        given_up_at=timezone.now(),
        last_error="SMTPConnectError 421",
    )


MADE: dict[str, Maker] = {"notice": _notice, "mail": _mail}
