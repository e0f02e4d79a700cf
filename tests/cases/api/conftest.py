"""What stands in the case when the interface is asked: the lead's interview, analysis and PDF, shared in work."""

import pytest

from agencies.models import Membership
from cases.actions.request_pdf import request_pdf
from cases.actions.set_follow_up import set_follow_up
from cases.actions.take_note import take_note
from cases.models import (
    AnalysisPdf,
    BreakPoint,
    Case,
    CaseAnalysis,
    FollowUp,
    Interview,
    JourneyStep,
    Note,
)
from core.today import today
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


@pytest.fixture
def leads_note(shared_case: Case, lead: Membership) -> Note:
    """A note of the lead, written today."""
    with working_as(lead):
        return take_note(shared_case, text="Rückruf zugesagt", by=lead)


@pytest.fixture
def leads_follow_up(shared_case: Case, lead: Membership) -> FollowUp:
    """A reminder of the lead's."""
    with working_as(lead):
        return set_follow_up(shared_case, due_on=today(), by=lead)
