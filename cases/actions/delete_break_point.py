"""Deleting a break point that was noted by mistake."""

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.actions.write_break_point import own_break_point
from cases.models import BreakPoint, Case
from cases.permissions import locked


@transaction.atomic
def delete_break_point(break_point: BreakPoint, *, case: Case, by: Membership) -> None:
    """Delete it for good; the trail keeps that there was one.

    Raises PermissionDenied for another agency's break point, Http404 for one that is not visible to her in this case.
    """
    case = locked(case, for_=by, codename="change_case")
    break_point = own_break_point(break_point.pk, case=case, by=by)
    trail.record(trail.Verb.REMOVED, break_point)
    break_point.delete()
    case.touch()
