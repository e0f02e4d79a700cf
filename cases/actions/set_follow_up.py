"""Setting a reminder on a case, for oneself."""

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, FollowUp
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def set_follow_up(
    case: Case, *, due_on: date, by: Membership, text: str = "", key: UUID | None = None
) -> FollowUp:
    """Store the reminder; with a key, sent twice, the second is an IntegrityError.

    Raises Refusal for a day that has passed.
    """
    case = locked(case, for_=by, codename="view_case")
    refuse_past(due_on)
    follow_up = FollowUp(id=key or uuid4(), case=case, agency=by.agency, author=by, due_on=due_on, text=text)
    follow_up.save(force_insert=True)
    trail.record(trail.Verb.CREATED, follow_up)
    return follow_up


def refuse_past(due_on: date) -> None:
    """Raise Refusal for a day on which nobody can be reminded any more."""
    if due_on < today():
        raise Refusal(_("This day has passed. Please choose today or a later day."), field="due_on")
