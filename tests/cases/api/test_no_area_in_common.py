"""Who takes part in a case and has no area in common with what was shared finds nothing of it."""

from agencies.models import Membership
from cases.models import Case, CaseAnalysis, Interview
from tests.cases.api.calls import Api, of


def test_neither_interview_nor_analysis_nor_its_paper(
    shared_case: Case, leads_interview: Interview, leads_analysis: CaseAnalysis, reader: Membership
) -> None:
    api = Api(reader)
    assert api.get(of(shared_case, f"interviews/{leads_interview.pk}/")).status_code == 404
    assert api.get(of(shared_case, f"analyses/{leads_analysis.pk}/")).status_code == 404
    assert api.post(of(shared_case, f"analyses/{leads_analysis.pk}/pdfs/")).status_code == 404
