"""The paper of an analysis holds what its reader may see, and nothing else: text, title, name of the file."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from agencies.models import Membership
from cases.actions.make_pdf import make_pdf
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, CaseAnalysis
from tests.access.asking import send
from tests.access.canary_world import PlantedWorld
from tests.factories import working_as

HEAD = {
    "Migrant.given_names",
    "Migrant.family_name",
    "Migrant.origin",
    "Migrant.language",
    "Whereabouts.town",
}
RESIDENCE = {"ResidencePeriod.basis", "ResidencePeriod.effective_reason"}
ROWS = {f"AnalysisRow.{name}" for name in ("situation", "resources", "need", "agencies", "deadline_note")}
WHOLE = {
    "CaseAnalysis.title",
    "AnalysisText.text",
    "AnalysisBreakPoint.note",
    "SecondLookWaiver.reason",
    *(f"BreakPoint.{name}" for name in ("what_happened", "effect", "would_have_helped", "caught_by")),
    *(f"ConferenceProposal.{name}" for name in ("question", "aim", "agencies")),
}


@pytest.mark.parametrize(
    ("who", "fields"),
    [
        ("lead", HEAD | RESIDENCE | ROWS | WHOLE),
        ("partner", HEAD | ROWS),
        ("reader", HEAD | RESIDENCE | ROWS),
    ],
)
def test_each_reader_gets_a_paper_of_her_own(who: str, fields: set[str], planted: PlantedWorld) -> None:
    reader = planted.world.member(who)
    job = _made(planted.world.shared.analysis, by=reader)

    text, name = _fetched(planted.world.client(who), job)

    assert planted.aviary.leaked(text + name, to=who) == []
    assert {canary.field for canary in planted.aviary.in_text(text)} == fields
    assert {canary.field for canary in planted.aviary.in_text(name + job.path.name)} == set()


def _made(analysis: CaseAnalysis, *, by: Membership) -> AnalysisPdf:
    """The paper, made as the worker makes it."""
    with working_as(by):
        job = request_pdf(analysis, by=by)
    make_pdf(job.pk, agency_id=by.agency_id)
    return job


def _fetched(client: Client, job: AnalysisPdf) -> tuple[str, str]:
    """Its text with what else it says, and the name under which the browser stores it."""
    response = send(client, "GET", reverse("cases:pdf_file", args=[job.case_id, job.pk]))
    assert response.status_code == 200
    pdf = PdfReader(BytesIO(response.content))
    assert pdf.attachments == {}
    said = [page.extract_text() for page in pdf.pages]
    about = [str(value) for value in (pdf.metadata or {}).values()]
    structure = [str(each) for each in pdf.outline]
    return "\n".join([*said, *about, *structure]), response.headers["Content-Disposition"]
