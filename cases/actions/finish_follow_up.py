"""Ticking off a reminder, and taking that back."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from agencies.models import Membership
from audit import trail
from cases.models import Case, FollowUp
from cases.permissions import locked


@transaction.atomic
def finish_follow_up(follow_up: FollowUp, *, case: Case, by: Membership, done: bool = True) -> FollowUp:
    """Note that it is done, or that it is not; what is said twice stays as it is.

    Raises Http404 for one that is not hers.
    """
    present = hers(follow_up, case=case, by=by)
    if done != (present.done_at is not None):
        present.done_at = timezone.now() if done else None
        present.save(update_fields=["done_at"])
    trail.record(trail.Verb.CHANGED, present)
    return present


def hers(follow_up: FollowUp, *, case: Case, by: Membership) -> FollowUp:
    """Her own reminder in the case, locked."""
    case = locked(case, for_=by, codename="view_case")
    own = FollowUp.objects.visible_to(by).select_related("case").select_for_update(of=("self",))
    return get_object_or_404(own, pk=follow_up.pk, case=case)
