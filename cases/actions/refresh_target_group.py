"""The stored target group follows the residence period that is legally effective today."""

from uuid import UUID

from django.db import transaction

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
    case = Case.objects.select_for_update(of=("self",)).select_related("migrant").get(pk=case_id)
    group = case.migrant.target_group_on(today())
    if group == case.target_group or (group == TargetGroup.UNDETERMINED and not _residence_is_open(case)):
        return False
    case.target_group = group
    case.save(update_fields=["target_group"])
    trail.record(trail.Verb.CHANGED, case, reason=str(group.label))
    return True


def _residence_is_open(case: Case) -> bool:
    residence = areas_open_to(case.lead_agency_id).filter(life_area=LifeArea.RESIDENCE)
    return residence.filter(case__migrant_id=case.migrant_id).exists()
