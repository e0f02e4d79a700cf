"""Removing a residence title that was recorded by mistake; one that has ended stays in the history."""

from django.db import models, transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from audit import trail
from cases.actions.refresh_target_group import refresh_target_groups_of
from cases.models import Case, ResidencePeriod
from cases.permissions import locked


class Mistake(models.TextChoices):
    """Why a title never belonged here; the trail keeps this word, and nothing of the title."""

    TWICE = "twice", gettext_lazy("recorded twice")
    OTHER_PERSON = "other_person", gettext_lazy("belongs to another person")
    NEVER_ISSUED = "never_issued", gettext_lazy("was never issued")


@transaction.atomic
def remove_residence(period: ResidencePeriod, *, case: Case, mistake: str, by: Membership) -> None:
    """Delete the period; the target group follows.

    Raises Http404 for a period of another person.
    """
    case = locked(case, for_=by, codename="steer_case")
    periods = ResidencePeriod.objects.visible_to(by)
    present = get_object_or_404(periods, pk=period.pk, migrant_id=case.migrant_id)
    present.delete()
    case.touch()
    reason = _("Residence title removed: %(why)s") % {"why": Mistake(mistake).label}
    trail.record(trail.Verb.CHANGED, case, reason=reason)
    refresh_target_groups_of(case, by=by)
