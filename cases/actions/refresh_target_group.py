"""The stored target group follows the residence period that is legally effective today."""

from uuid import UUID

from django.db import transaction

from audit import trail
from cases.models import Case
from core.today import today


@transaction.atomic
def refresh_target_group(case_id: UUID) -> bool:
    """Set the case's target group to that of today; True if it changed. Acts for the leading agency."""
    case = Case.objects.select_for_update(of=("self",)).select_related("migrant").get(pk=case_id)
    group = case.migrant.target_group_on(today())
    if group == case.target_group:
        return False
    case.target_group = group
    case.save(update_fields=["target_group"])
    trail.record(trail.Verb.CHANGED, case, reason=str(group.label))
    return True
