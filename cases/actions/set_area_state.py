"""Saying how a life area stands: one current row of each agency, shared or kept."""

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.models import AreaState, Case
from cases.permissions import locked
from core.today import today


@transaction.atomic
def set_area_state(
    case: Case, *, life_area: str, state: str, need: str, shared: bool, by: Membership
) -> AreaState:
    """Write the state over the one that the own agency had; those in the area read it at once if it is shared."""
    case = locked(case, for_=by, codename="change_case")
    written = AreaState.objects.visible_to(by).filter(case=case, agency_id=by.agency_id, life_area=life_area)
    before = written.first()
    present = before or AreaState(case=case, agency=by.agency, life_area=life_area)
    was_shared = before is not None and before.shared
    present.state, present.need, present.shared = state, need, shared
    present.author, present.changed_on = by, today()
    if before is None:
        present.save(force_insert=True)
    else:
        present.save(update_fields=["state", "need", "shared", "author", "changed_on"])
    case.touch()
    trail.record(_verb(is_new=before is None, was_shared=was_shared, shared=shared), present)
    return present


def _verb(*, is_new: bool, was_shared: bool, shared: bool) -> trail.Verb:
    if shared != was_shared:
        return trail.Verb.SHARED if shared else trail.Verb.UNSHARED
    return trail.Verb.CREATED if is_new else trail.Verb.CHANGED
