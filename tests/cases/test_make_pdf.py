"""Making the PDF: once, for the person who asked, as far as she may see when it is made."""

from pathlib import Path

import pytest
from pytest_django import Settings

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions import make_pdf as action
from cases.actions.end_participation import end_participation
from cases.actions.make_pdf import make_pdf
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case, CaseAnalysis, Participation
from cases.reports.case_analysis_document import CaseAnalysisDocument
from core.models.render_job import ATTEMPTS_AT_MOST
from core.pdf.availability import PdfNotAvailable
from tests.access.log_lines import log_lines
from tests.factories import analysis, working_as
from tests.trail import entries_for, no_entry, one_entry

PAPER = b"%PDF-1.7 only for tests"


@pytest.fixture(autouse=True)
def printed(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> list[CaseAnalysisDocument]:
    """What went to the printer; the real one has tests of its own."""
    documents: list[CaseAnalysisDocument] = []

    def print_it(template: str, context: dict[str, CaseAnalysisDocument], *, title: str, lang: str) -> bytes:
        documents.append(context["document"])
        return PAPER

    settings.FILES_DIR = tmp_path / "files"
    monkeypatch.setattr(action, "render_pdf", print_it)
    return documents


@pytest.fixture
def job(shared_case: Case, lead: Membership, partner: Membership) -> AnalysisPdf:
    """The partner asked for the lead's analysis, of which she may read one row."""
    written = analysis(shared_case, by=lead, shared=["work"], kept=["health", "finances"])
    with working_as(partner):
        return request_pdf(CaseAnalysis.objects.get(pk=written.pk), by=partner)


def fresh(job: AnalysisPdf, *, seen_by: Membership) -> AnalysisPdf:
    with working_as(seen_by):
        return AnalysisPdf.objects.get(pk=job.pk)


def let_break(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr(action, "render_pdf", fail)


def test_the_file_lies_under_its_id_for_nobody_but_the_application(
    job: AnalysisPdf, partner: Membership
) -> None:
    make_pdf(job.pk, agency_id=job.agency_id)
    done = fresh(job, seen_by=partner)
    assert (done.state, done.progress, done.size, done.attempts) == ("finished", 100, len(PAPER), 1)
    assert done.path.read_bytes() == PAPER
    assert done.path.name == f"{job.pk}.pdf"
    assert done.path.stat().st_mode & 0o077 == 0
    assert [path.name for path in done.path.parent.iterdir()] == [done.path.name]


def test_it_holds_what_the_requester_may_see(
    job: AnalysisPdf, partner: Membership, printed: list[CaseAnalysisDocument]
) -> None:
    make_pdf(job.pk, agency_id=job.agency_id)
    (document,) = printed
    assert [line.life_area for line in document.rows] == ["Arbeit und Ausbildung"]
    assert (document.full, document.title, document.goals, document.residence) == (False, "", "", ())
    assert document.reader_agency == partner.agency.name
    assert fresh(job, seen_by=partner).holds


def test_making_is_one_entry_in_the_name_of_the_requester(
    job: AnalysisPdf, shared_case: Case, partner: Membership
) -> None:
    with one_entry(partner, Verb.MADE, case=shared_case, about="AnalysisPdf", reason=""):
        make_pdf(job.pk, agency_id=job.agency_id)
    assert entries_for(partner)[-1].channel == "task"


def test_making_it_again_does_nothing(job: AnalysisPdf, partner: Membership, printed: list[object]) -> None:
    make_pdf(job.pk, agency_id=job.agency_id)
    with no_entry(partner):
        make_pdf(job.pk, agency_id=job.agency_id)
    assert len(printed) == 1


def test_a_job_of_another_agency_does_not_exist(
    job: AnalysisPdf, lead: Membership, printed: list[object]
) -> None:
    make_pdf(job.pk, agency_id=lead.agency_id)
    assert printed == []


def test_after_the_participation_has_ended_there_is_no_file(
    job: AnalysisPdf,
    shared_case: Case,
    jobcentre_in_case: Participation,
    lead: Membership,
    partner: Membership,
) -> None:
    with working_as(lead):
        end_participation(jobcentre_in_case, case=shared_case, by=lead, reason="erledigt")
    with one_entry(partner, Verb.REFUSED, case=shared_case, about="AnalysisPdf", reason="no_access"):
        make_pdf(job.pk, agency_id=job.agency_id)
    ended = fresh(job, seen_by=partner)
    assert (ended.state, ended.error_code, ended.path.exists()) == ("failed", "no_access", False)


def test_when_it_ends_while_the_paper_is_set_there_is_no_file(
    *,
    job: AnalysisPdf,
    shared_case: Case,
    jobcentre_in_case: Participation,
    lead: Membership,
    partner: Membership,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def end_meanwhile(*_: object, **__: object) -> bytes:
        with working_as(lead):
            end_participation(jobcentre_in_case, case=shared_case, by=lead, reason="erledigt")
        return PAPER

    monkeypatch.setattr(action, "render_pdf", end_meanwhile)
    make_pdf(job.pk, agency_id=job.agency_id)
    ended = fresh(job, seen_by=partner)
    assert (ended.state, ended.error_code, ended.path.exists()) == ("failed", "no_access", False)


def test_a_machine_that_cannot_print_says_so(
    job: AnalysisPdf, shared_case: Case, partner: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_break(monkeypatch, PdfNotAvailable("Pango"))
    with one_entry(partner, Verb.FAILED, case=shared_case, about="AnalysisPdf", reason="not_available"):
        make_pdf(job.pk, agency_id=job.agency_id)
    assert fresh(job, seen_by=partner).state == "failed"


def test_an_error_ends_the_job_and_leaves_no_half_file(
    job: AnalysisPdf, partner: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_break(monkeypatch, RuntimeError("broken"))
    make_pdf(job.pk, agency_id=job.agency_id)
    failed = fresh(job, seen_by=partner)
    assert (failed.state, failed.path.exists()) == ("failed", False)
    assert entries_for(partner)[-1].verb == Verb.FAILED


def test_a_job_that_kills_its_worker_is_given_up(
    job: AnalysisPdf, partner: Membership, printed: list[object]
) -> None:
    with working_as(partner):
        AnalysisPdf.objects.filter(pk=job.pk).update(attempts=ATTEMPTS_AT_MOST)
    make_pdf(job.pk, agency_id=job.agency_id)
    assert fresh(job, seen_by=partner).state == "failed"
    assert printed == []


def test_a_failed_job_bears_the_code_that_stands_in_the_log(
    job: AnalysisPdf, partner: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> bytes:
        raise ValueError("geheim")

    monkeypatch.setattr(action, "render_pdf", broken)
    with log_lines() as lines:
        make_pdf(job.pk, agency_id=job.agency_id)
    failed = fresh(job, seen_by=partner)
    assert failed.error_code == failed.log_code
    assert any(failed.error_code in line for line in lines)
    assert "geheim" not in "\n".join(lines)
