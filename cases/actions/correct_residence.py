"""Correcting a residence title that was recorded with a mistake, or whose days have changed."""

from typing import Any

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.actions.record_residence import refuse_what_cannot_be, store
from cases.actions.refresh_target_group import refresh_target_groups_of
from cases.models import Case, ResidencePeriod
from cases.permissions import locked


@transaction.atomic
def correct_residence(
    period: ResidencePeriod, *, case: Case, changes: dict[str, Any], by: Membership
) -> ResidencePeriod:
    """Store the corrected period, with who did it and when; the target group follows.

    Raises Refusal as for a new one, Http404 for a period of another person.
    """
    case = locked(case, for_=by, codename="steer_case")
    periods = ResidencePeriod.objects.visible_to(by).select_for_update(of=("self",))
    present = get_object_or_404(periods, pk=period.pk, migrant_id=case.migrant_id)
    refuse_what_cannot_be(case, period=changes, by=by, besides=present)
    for name, value in changes.items():
        setattr(present, name, value)
    present.changed_by, present.changed_at = str(by), timezone.now()
    store(present, update_fields=[*changes, "changed_by", "changed_at"])
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=_("Residence title corrected"))
    refresh_target_groups_of(case, by=by)
    return present
