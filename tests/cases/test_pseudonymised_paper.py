"""The pseudonymised paper as a file: nothing planted survives, and the page names what stays."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from pytest_django import Settings

from agencies.models import Membership
from cases.actions.change_block import change_block
from cases.actions.change_whereabouts import change_whereabouts
from cases.actions.make_pdf import make_pdf
from cases.actions.name_contact import name_contact
from cases.actions.request_pdf import request_pdf
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.models import AnalysisPdf, Case, CaseAnalysis
from cases.models.analysis_pdf import PaperKind
from cases.reports.pseudonymised import PseudonymisedPaper
from core.pdf.check import findings
from core.today import today
from tests.factories import client_for, working_as

pytestmark = pytest.mark.django_db

STORY = (
    "Herr Tesfay (Yonas), geb. 05/1994, wohnt seit dem 12.02.2025 in der Lange Straße 12. Tesfays Akte 50.12-4711 "
    "liegt bei Paul Partner, Telefon 05231 62-4711. AZR 1234 5678 9012. Seine Tochter Selam kommt aus Eritrea. {number}"
)
PLANTED = [
    "Tesfay",
    "Yonas",
    "12.02.2025",
    "Lange Straße",
    "4711",
    "Partner",
    "5678",
    "1994",
    "Lea",
    "Führend",
]


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path


@pytest.fixture
def written(shared_case: Case, lead: Membership, partner: Membership) -> CaseAnalysis:
    """The lead's analysis with planted facts in each section."""
    text = STORY.format(number=shared_case.number)
    rows = {"work": {"situation": text, "need": text, "deadline": today(), "shared": True}}
    content = AnalysisContent(
        as_of=today(), title="Tesfay", texts={"occasion": text, "goals": text}, rows=rows
    )
    with working_as(partner):
        contact = {"telephone": "05231 62-4711", "file_number": ""}
        name_contact(shared_case, responsible=partner, by=partner, **contact)
    with working_as(lead):
        name_contact(shared_case, responsible=lead, telephone="", file_number="50.12-4711", by=lead)
        return write_analysis(shared_case, content=content, by=lead)


def paper_for(written: CaseAnalysis, by: Membership) -> AnalysisPdf:
    """The finished one."""
    with working_as(by):
        analysis = CaseAnalysis.objects.get(pk=written.pk)
        job = request_pdf(analysis, by=by, kind=PaperKind.PSEUDONYMISED)
    make_pdf(job.pk, agency_id=by.agency_id)
    with working_as(by):
        return AnalysisPdf.objects.select_related("case").get(pk=job.pk)


@pytest.mark.parametrize("who", ["lead", "partner"])
def test_nothing_planted_survives_in_text_metadata_and_name(
    who: str, written: CaseAnalysis, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    job = paper_for(written, by)
    assert (job.state, job.error_code) == ("finished", "")
    content = job.path.read_bytes()
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    with pikepdf.open(BytesIO(content)) as pdf:
        about = " ".join(map(str, pdf.docinfo.values())) + pdf.Root.Metadata.read_bytes().decode()
    address = f"/cases/{job.case_id}/pdfs/{job.pk}/file/"
    answer = client_for(by).get(address)
    name = answer["Content-Disposition"]
    answer.close()
    planted = [*PLANTED, written.case.number, today().strftime("%d.%m.%Y"), today().isoformat(), by.user.name]
    assert {word for word in planted for place in (text, about, name) if word in place} == set()
    assert job.code in text
    assert job.code in about
    assert job.code in name
    assert "[Name]" in text
    assert findings(content) == []


def test_the_page_names_what_stays_and_what_is_replaced(written: CaseAnalysis, lead: Membership) -> None:
    page = client_for(lead).get(f"/cases/{written.case_id}/analyses/{written.pk}/pseudonymised/")
    cleaner = page.context["cleaner"]
    assert {each.found for each in cleaner.left} == {"Selam", "Eritrea"}
    assert {"Tesfay", "Tesfays", "Yonas", "50.12-4711"} <= {each.found for each in cleaner.replaced}
    html = page.content.decode()
    assert "<mark>Eritrea</mark>" in html
    assert f"/analyses/{written.pk}/edit/#id_occasion" in html


def test_asked_for_on_the_page_it_stays_named_on_the_page_of_the_job(
    written: CaseAnalysis, lead: Membership
) -> None:
    client = client_for(lead)
    asked = client.post(f"/cases/{written.case_id}/analyses/{written.pk}/pseudonymised/")
    assert asked.status_code == 303
    page = client.get(asked["Location"]).content.decode()
    with working_as(lead):
        job = AnalysisPdf.objects.get(kind=PaperKind.PSEUDONYMISED)
    assert job.code in page
    assert "<mark>Eritrea</mark>" in page


def test_both_kinds_wait_beside_each_other_and_each_once(written: CaseAnalysis, lead: Membership) -> None:
    with working_as(lead):
        jobs = {
            request_pdf(written, by=lead, kind=kind).pk for kind in [*PaperKind.values, *PaperKind.values]
        }
    assert len(jobs) == 2


def test_the_interface_says_the_same(written: CaseAnalysis, lead: Membership) -> None:
    client, path = client_for(lead), f"/api/v1/cases/{written.case_id}/analyses/{written.pk}/pseudonymised/"
    said = client.get(path).json()
    assert {each["found"] for each in said if each["replacement"] is None} == {"Selam", "Eritrea"}
    answer = client.post(path, {}, content_type="application/json")
    assert answer.status_code == 202
    assert answer.json()["kind"] == "pseudonymised"
    assert len(answer.json()["code"]) == 8


def test_a_block_takes_back_the_papers_that_told_a_region(
    shared_case: Case, written: CaseAnalysis, lead: Membership, partner: Membership
) -> None:
    with working_as(lead):
        change_whereabouts(shared_case, whereabouts={"municipality": "detmold"}, by=lead)
    for by in (lead, partner):
        with working_as(by):
            before = as_read_by(by, written)
        with working_as(lead):
            change_block(shared_case, blocked=True, until=None, by=lead)
        with working_as(by):
            after = as_read_by(by, written)
        assert (before.document.region, after.document.region) == ("Lippe-Mitte", "Kreis Lippe")
        assert not before.parts <= after.parts
        with working_as(lead):
            change_block(shared_case, blocked=False, until=None, by=lead)


def as_read_by(reader: Membership, analysis: CaseAnalysis) -> PseudonymisedPaper:
    analyses = CaseAnalysis.objects.visible_to(reader).select_related("case__migrant", "agency")
    return PseudonymisedPaper(analyses.get(pk=analysis.pk), reader=reader, code="")
