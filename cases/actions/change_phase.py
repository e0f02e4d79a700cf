"""Moving a case to another phase leaves a record: when, by whom, why."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, Participation, PhaseChange
from cases.models.vocabulary import Phase
from cases.permissions import locked
from cases.phase_checklist import facts_of, missing
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def change_phase(
    case: Case, *, to: str, by: Membership, reason: str = "", on: date | None = None
) -> PhaseChange:
    """Enter the phase; going back and reopening are possible, staying is not.

    Raises Refusal when the case is in that phase already, and without a reason when it is closed or when something is
    missing that the phases on the way need.
    """
    case = locked(case, for_=by, codename="steer_case")
    if case.phase == to:
        raise Refusal(_("The case is already in this phase."), field="phase")
    if not reason:
        _refuse_without_reason(case, to=to, by=by)
    change = PhaseChange.objects.create(case=case, phase=to, on=on or today(), by=str(by), reason=reason)
    case.phase = to
    case.save(update_fields=["phase"])
    case.touch()
    trail.record(trail.Verb.CHANGED, case, reason=str(change))
    return change


def _refuse_without_reason(case: Case, *, to: str, by: Membership) -> None:
    if to == Phase.CLOSED:
        raise Refusal(_("Please say what came of the case, or why it ends."), field="reason")
    facts = facts_of(case, reader=by, participations=Participation.objects.of_case(case))
    if lines := missing(case, facts, to=to):
        raise Refusal(
            _("This is still missing: %(lines)s You can go on all the same; please say why.")
            % {"lines": " ".join(lines)},
            field="reason",
        )
