"""The analysis as a PDF: for the person who asked, while she may see all that it holds."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from agencies.models import Membership
from cases.models import AnalysisPdf, Case, CaseAnalysis, Participation
from cases.reports.case_analysis import document_for
from tests.cases.api.calls import Api, entries, of, said
from tests.factories import working_as


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    """Files of this test alone."""
    settings.FILES_DIR = tmp_path


def _finish(job: AnalysisPdf, *, reader: Membership) -> AnalysisPdf:
    """As a worker leaves it."""
    with working_as(reader):
        analysis = CaseAnalysis.objects.select_related("case__migrant", "agency").get(pk=job.analysis_id)
        job.holds = sorted(document_for(analysis, reader=reader)[1])
        job.finished_at, job.progress, job.size = timezone.now(), 100, 4
        job.save()
    job.path.write_bytes(b"%PDF")
    return job


def test_asking_leaves_a_job_that_waits(
    shared_case: Case, leads_analysis: CaseAnalysis, lead: Membership
) -> None:
    api = Api(lead)
    address = of(shared_case, f"analyses/{leads_analysis.pk}/pdfs/")
    first, second = api.post(address), api.post(address)
    assert first.status_code == 202
    assert said(first)["state"] == "waiting"
    assert said(second)["id"] == said(first)["id"]
    assert entries() == [("requested", "AnalysisPdf")]


def test_its_file_is_fetched_when_it_is_finished(
    shared_case: Case, leads_pdf: AnalysisPdf, lead: Membership
) -> None:
    api = Api(lead)
    assert api.get(of(shared_case, f"pdfs/{leads_pdf.pk}/file/")).status_code == 404
    _finish(leads_pdf, reader=lead)
    state = said(api.get(of(shared_case, f"pdfs/{leads_pdf.pk}/")))
    assert (state["state"], state["progress"], state["analysis"]) == (
        "finished",
        100,
        str(leads_pdf.analysis_id),
    )
    response = api.get(of(shared_case, f"pdfs/{leads_pdf.pk}/file/"))
    assert b"".join(response.streaming_content) == b"%PDF"
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert entries() == [("viewed", "AnalysisPdf"), ("downloaded", "AnalysisPdf")]


def test_it_is_nobody_elses(
    shared_case: Case, leads_pdf: AnalysisPdf, lead: Membership, team_lead: Membership, partner: Membership
) -> None:
    _finish(leads_pdf, reader=lead)
    for somebody in (team_lead, partner):
        for rest in ("", "file/"):
            assert Api(somebody).get(of(shared_case, f"pdfs/{leads_pdf.pk}/{rest}")).status_code == 404


def test_it_is_gone_with_what_it_holds(
    shared_case: Case,
    leads_analysis: CaseAnalysis,
    lead: Membership,
    partner: Membership,
    jobcentre_in_case: Participation,
) -> None:
    api = Api(partner)
    asked = said(api.post(of(shared_case, f"analyses/{leads_analysis.pk}/pdfs/")))
    with working_as(partner):
        job = AnalysisPdf.objects.get(pk=asked["id"])
    _finish(job, reader=partner)
    file = of(shared_case, f"pdfs/{job.pk}/file/")
    assert b"".join(api.get(file).streaming_content) == b"%PDF"
    kept = {"version": 1, "as_of": "2026-01-05", "title": "A", "rows": [{"life_area": "work", "need": "A"}]}
    assert Api(lead).put(of(shared_case, f"analyses/{leads_analysis.pk}/"), kept).status_code == 200
    assert api.get(file).status_code == 404


def test_it_is_gone_with_the_participation(
    shared_case: Case,
    leads_analysis: CaseAnalysis,
    lead: Membership,
    partner: Membership,
    jobcentre_in_case: Participation,
) -> None:
    api = Api(partner)
    asked = said(api.post(of(leads_analysis.case, f"analyses/{leads_analysis.pk}/pdfs/")))
    end = of(leads_analysis.case, f"participations/{jobcentre_in_case.pk}/end/")
    assert Api(lead).post(end, {"reason": "fertig"}).status_code == 200
    assert api.get(of(leads_analysis.case, f"pdfs/{asked['id']}/")).status_code == 404
