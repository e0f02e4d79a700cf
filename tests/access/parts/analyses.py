"""What the tests' worlds hold of: analyses in full, their versions, a second look that is asked for."""

from agencies.models import Membership
from agencies.roles import Role
from cases.actions.ask_second_look import ask_second_look
from cases.actions.waive_second_look import waive_second_look
from cases.models import AnalysisVersion, Case, CaseAnalysis, SecondLook
from cases.second_look_state import colleagues_for
from tests.access.parts.making import Maker
from tests.factories import full_analysis, make_membership, working_as


def _version(case: Case, by: Membership) -> AnalysisVersion:
    """The first of the analysis that an address names."""
    with working_as(by):
        return _first(case, by).versions.get(number=1)


def _second_look(case: Case, by: Membership) -> SecondLook:
    """Waived first, then asked of the team lead after all; beside it stands an analysis with every section."""
    full_analysis(case, by=by)
    with working_as(by):
        analysis = _first(case, by)
        waive_second_look(analysis, case=case, reason="Urlaub", by=by)
        leads = colleagues_for(analysis, asked_by=by).filter(roles__contains=[Role.TEAM_LEAD])
        colleague = leads.first() or make_membership(by.agency)
        return ask_second_look(analysis, case=case, colleague=colleague, by=by)


def _first(case: Case, by: Membership) -> CaseAnalysis:
    own = CaseAnalysis.objects.filter(case=case, agency=by.agency).order_by("changed_at")
    return own.first() or full_analysis(case, by=by)


MADE: dict[str, Maker] = {"version": _version, "second_look": _second_look}
