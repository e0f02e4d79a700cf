"""A draft keeps what is being typed, unchecked, for its writer alone."""

from django.db import transaction
from django.utils import timezone

from agencies.models import Membership
from agencies.permissions import require_role
from cases.models import Case, Draft
from cases.permissions import require, visible_case


@transaction.atomic
def save_draft(*, by: Membership, case: Case | None, kind: str, fields: dict[str, list[str]]) -> Draft:
    """Keep the fields as they stand; an older draft of the same form is replaced.

    Raises Http404 when she does not see the case, PermissionDenied when she may not write in it or take one up.
    """
    if case is None:
        require_role(by, "take_up_case")
    else:
        require(by, "change_case", visible_case(case.pk, to=by))
    draft, _created = Draft.objects.update_or_create(
        agency=by.agency,
        user_id=by.user_id,
        case=case,
        kind=kind,
        defaults={"fields": fields, "saved_at": timezone.now()},
    )
    return draft


def discard_draft(*, by: Membership, case: Case | None, kind: str) -> None:
    """Forget the draft of a form that was sent."""
    Draft.objects.filter(agency=by.agency, user_id=by.user_id, case=case, kind=kind).delete()
