"""Removing the file of a PDF when its time is over."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from agencies.models import Membership
from cases.actions.remove_pdf import remove_pdf
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case
from cases.tasks import remove_expired_pdfs
from cases.without_agency import expired_pdfs, unfinished_pdfs
from tests.factories import analysis, working_as


@pytest.fixture
def job(case: Case, lead: Membership, settings: Settings, tmp_path: Path) -> AnalysisPdf:
    """A finished paper with its file."""
    settings.FILES_DIR = tmp_path
    written = analysis(case, by=lead, kept=["work"])
    with working_as(lead):
        job = request_pdf(written, by=lead)
        job.path.write_bytes(b"%PDF")
        job.finished_at = timezone.now()
        job.save(update_fields=["finished_at"])
    return job


def made(job: AnalysisPdf, *, hours_ago: int, by: Membership) -> None:
    with working_as(by):
        AnalysisPdf.objects.filter(pk=job.pk).update(finished_at=timezone.now() - timedelta(hours=hours_ago))


def test_the_file_goes_and_the_row_says_so(job: AnalysisPdf, lead: Membership) -> None:
    remove_pdf(job.pk, agency_id=job.agency_id)
    with working_as(lead):
        job.refresh_from_db()
    assert job.state == "removed"
    assert not job.path.exists()


def test_a_file_that_is_gone_already_is_no_error(job: AnalysisPdf) -> None:
    job.path.unlink()
    remove_pdf(job.pk, agency_id=job.agency_id)


def test_a_file_is_kept_for_a_day(job: AnalysisPdf, lead: Membership) -> None:
    for hours_ago, kept in [(23, True), (25, False)]:
        made(job, hours_ago=hours_ago, by=lead)
        remove_expired_pdfs()
        assert job.path.exists() is kept


def test_the_sweep_finds_it_once(job: AnalysisPdf, lead: Membership) -> None:
    made(job, hours_ago=25, by=lead)
    since = timezone.now() - timedelta(hours=24)
    assert expired_pdfs(finished_before=since) == [(job.pk, lead.agency_id)]
    remove_expired_pdfs()
    assert expired_pdfs(finished_before=since) == []


def test_only_what_is_neither_finished_nor_failed_is_unfinished(job: AnalysisPdf, lead: Membership) -> None:
    assert unfinished_pdfs() == []
    with working_as(lead):
        AnalysisPdf.objects.filter(pk=job.pk).update(finished_at=None)
    assert unfinished_pdfs() == [(job.pk, lead.agency_id)]
    with working_as(lead):
        AnalysisPdf.objects.filter(pk=job.pk).update(failed_at=timezone.now())
    assert unfinished_pdfs() == []
