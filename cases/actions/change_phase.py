"""Moving a case to another phase leaves a record: when, by whom, why."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, PhaseChange
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def change_phase(
    case: Case, *, to: str, by: Membership, reason: str = "", on: date | None = None
) -> PhaseChange:
    """Enter the phase; going back and reopening are possible, staying is not.

    Raises Refusal when the case is in that phase already.
    """
    case = locked(case, for_=by, codename="steer_case")
    if case.phase == to:
        raise Refusal(_("The case is already in this phase."), field="phase")
    change = PhaseChange.objects.create(case=case, phase=to, on=on or today(), by=str(by), reason=reason)
    case.phase = to
    case.save(update_fields=["phase"])
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=str(change))
    return change
