"""The stored target group follows the residence period that is legally effective today."""

from uuid import UUID

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.models import Case
from cases.models.part import areas_open_to
from cases.models.vocabulary import LifeArea, TargetGroup
from core.today import today


@transaction.atomic
def refresh_target_group(case_id: UUID) -> bool:
    """Set the case's target group to that of today; True if it changed.

    Acts for the leading agency. What that may not read, because its legal basis is no law any more, is not unknown.
    """
    case = _follow(case_id)
    if case is None:
        return False
    trail.record(trail.Verb.CHANGED, case, reason=str(case.get_target_group_display()))
    return True


def _follow(case_id: UUID) -> Case | None:
    """The case with its new group; None when it keeps the one it has."""
    case = Case.objects.select_for_update(of=("self",)).select_related("migrant").get(pk=case_id)
    group = case.migrant.target_group_on(today())
    if group == case.target_group or (group == TargetGroup.UNDETERMINED and not _residence_is_open(case)):
        return None
    case.target_group = group
    case.save(update_fields=["target_group"])
    return case


def refresh_target_groups_of(case: Case, *, by: Membership) -> None:
    """Let every case of the person that her agency leads follow a change; the case itself has its entry for that."""
    _follow(case.pk)
    others = Case.objects.visible_to(by).filter(migrant_id=case.migrant_id, lead_agency_id=by.agency_id)
    for case_id in others.exclude(pk=case.pk).order_by("pk").values_list("pk", flat=True):
        refresh_target_group(case_id)


def _residence_is_open(case: Case) -> bool:
    residence = areas_open_to(case.lead_agency_id).filter(life_area=LifeArea.RESIDENCE)
    return residence.filter(case__migrant_id=case.migrant_id).exists()
