"""An analysis in full: made from an interview, with a proposal, its version, and a second look that is asked for."""

from agencies.models import Membership
from cases.actions.ask_second_look import ask_second_look
from cases.actions.waive_second_look import waive_second_look
from cases.models import Case, SecondLook
from tests.access.parts.making import Maker
from tests.factories import full_analysis, make_membership, working_as


def second_look(case: Case, by: Membership) -> SecondLook:
    """Waived first, then asked after all."""
    written = full_analysis(case, by=by)
    with working_as(by):
        waive_second_look(written, case=case, reason="Urlaub", by=by)
        return ask_second_look(written, case=case, colleague=make_membership(by.agency), by=by)


MADE: dict[str, Maker] = {"second_look": second_look}
