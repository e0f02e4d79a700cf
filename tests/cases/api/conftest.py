"""What stands in the case when the interface is asked: the lead's interview, analysis and PDF, shared in work."""

import pytest

from agencies.models import Membership
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, BreakPoint, Case, CaseAnalysis, Interview, JourneyStep
from tests.cases.api.people import WATCHING, WITHOUT_MEMBERSHIP, WORKING
from tests.factories import analysis, break_point, interview, step, working_as


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> dict[str, Membership | None]:
    """Everybody, by name; nobody is anonymous."""
    names = [*WORKING, *WATCHING, *WITHOUT_MEMBERSHIP[:-1]]
    return {**{name: request.getfixturevalue(name) for name in names}, "anonymous": None}


@pytest.fixture
def leads_interview(shared_case: Case, lead: Membership) -> Interview:
    """An interview of the lead, open to the partner in the area work."""
    return interview(shared_case, by=lead, shared=["work"], kept=["health"])


@pytest.fixture
def leads_analysis(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """An analysis of the lead, open to the partner in the area work."""
    return analysis(shared_case, by=lead, shared=["work"], kept=["health"])


@pytest.fixture
def leads_pdf(leads_analysis: CaseAnalysis, lead: Membership) -> AnalysisPdf:
    """The PDF that the lead asked for."""
    with working_as(lead):
        return request_pdf(leads_analysis, by=lead)


@pytest.fixture
def leads_step(shared_case: Case, lead: Membership) -> JourneyStep:
    """A step of the lead, open to the partner in the area work."""
    return step(shared_case, by=lead, shared=True)


@pytest.fixture
def leads_break_point(shared_case: Case, lead: Membership) -> BreakPoint:
    """A break point of the lead, open to the partner in the area work."""
    return break_point(shared_case, by=lead, shared=True)
