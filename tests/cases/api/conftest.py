"""What stands in the case when the interface is asked: the lead's interview, analysis and PDF, shared in work."""

import pytest

from agencies.models import Membership
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case, CaseAnalysis, Interview
from tests.factories import analysis, interview, working_as


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
