"""Deleting a step of the way; the break points found at it stay and name it no longer."""

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.actions.write_step import own_step
from cases.models import Case, JourneyStep
from cases.permissions import locked


@transaction.atomic
def delete_step(step: JourneyStep, *, case: Case, by: Membership) -> None:
    """Delete it for good; the trail keeps that there was one.

    Raises PermissionDenied for another agency's step, Http404 for one that is not visible to her in this case.
    """
    case = locked(case, for_=by, codename="change_case")
    step = own_step(step.pk, case=case, by=by)
    trail.record(trail.Verb.REMOVED, step)
    step.delete()
    case.touch()
