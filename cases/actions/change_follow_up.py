"""Moving a reminder to another day, or saying better what it is for."""

from datetime import date

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.actions.finish_follow_up import hers
from cases.actions.set_follow_up import refuse_past
from cases.models import Case, FollowUp


@transaction.atomic
def change_follow_up(follow_up: FollowUp, *, case: Case, due_on: date, text: str, by: Membership) -> FollowUp:
    """Write day and text; one that was done is open again on the new day.

    Raises Refusal when an open one is moved to a day that has passed, Http404 for one that is not hers.
    """
    present = hers(follow_up, case=case, by=by)
    if due_on != present.due_on or present.done_at is not None:
        refuse_past(due_on)
    present.due_on, present.text, present.done_at = due_on, text, None
    present.save(update_fields=["due_on", "text", "done_at"])
    trail.record(trail.Verb.CHANGED, present)
    return present
