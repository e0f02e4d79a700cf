"""Making the PDF of an analysis: by one worker at a time, with the permission asked again before and after."""

import logging
from uuid import UUID

from django.conf import settings
from django.utils import timezone, translation

from audit import trail
from cases.models import AnalysisPdf, CaseAnalysis
from cases.models.case import Case
from cases.reports.paper import Paper, paper_of
from core.acting import acting
from core.models.render_job import ATTEMPTS_AT_MOST
from core.pdf.availability import PdfNotAvailable
from core.pdf.render import render_pdf

log = logging.getLogger("fallbruecke.pdf")


NOT_AVAILABLE = "not_available"


class NoLongerAllowed(Exception):
    """The requester may not see what the paper was to hold."""


def make_pdf(job_id: UUID, *, agency_id: UUID) -> None:
    """Make the file unless it is made already or another worker is at it.

    A killed worker loses the lock with its connection; the sweep then sends the job again.
    """
    job = _unfinished(job_id, agency_id=agency_id)
    if job is None or not job.try_lock():
        return
    try:
        job = _unfinished(job_id, agency_id=agency_id)
        if job is not None:
            _make(job)
    finally:
        AnalysisPdf(pk=job_id).unlock()


def _unfinished(job_id: UUID, *, agency_id: UUID) -> AnalysisPdf | None:
    with acting(agency_id):
        jobs = AnalysisPdf.objects.select_related("requester__agency__group", "requester__user")
        job = jobs.filter(pk=job_id).first()
    return None if job is None or job.is_done else job


def _make(job: AnalysisPdf) -> None:
    with trail.acted_by(job.requester.as_actor(channel="task")), translation.override(job.language):
        try:
            _begin(job)
            paper = _content(job)
            _note_progress(job, 40)
            title, context = paper.document.file_title, {"document": paper.document}
            content = render_pdf(paper.template, context, title=title, lang=job.language)
            _note_progress(job, 90)
            _store(job, content)
        except NoLongerAllowed:
            _fail(job, "no_access", verb=trail.Verb.REFUSED)
        except PdfNotAvailable:
            _fail(job, NOT_AVAILABLE, verb=trail.Verb.FAILED)
        except Exception:
            # A task has no request whose code the log would name: the job's own stands in both.
            log.exception("PDF %s failed", job.log_code)
            _fail(job, job.log_code, verb=trail.Verb.FAILED)


def _begin(job: AnalysisPdf) -> None:
    with acting(job.agency_id):
        job.attempts += 1
        job.started_at, job.progress = timezone.now(), 10
        job.save(update_fields=["attempts", "started_at", "progress"])
    if job.attempts > ATTEMPTS_AT_MOST:
        raise TimeoutError("tried too often")


def _content(job: AnalysisPdf) -> Paper:
    with acting(job.agency_id, person_id=job.requester.user_id):
        paper = paper_of(job, _analysis(job), reader=job.requester)
        job.holds = sorted(paper.parts)
        return paper


def _analysis(job: AnalysisPdf) -> CaseAnalysis:
    """The analysis as the requester may see it now."""
    case = Case.objects.visible_to(job.requester).filter(pk=job.case_id).first()
    analyses = CaseAnalysis.objects.visible_to(job.requester).select_related(
        "case__migrant", "case__lead_agency"
    )
    analysis = (
        analyses.select_related("case__migrant", "agency", "author__user").filter(pk=job.analysis_id).first()
    )
    if case is None or analysis is None or not job.requester.may("view_case", case):
        raise NoLongerAllowed
    return analysis


def _store(job: AnalysisPdf, content: bytes) -> None:
    with acting(job.agency_id, person_id=job.requester.user_id):
        if not set(job.holds) <= paper_of(job, _analysis(job), reader=job.requester).parts:
            raise NoLongerAllowed
        job.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = job.path.with_suffix(".part")
        unfinished.write_bytes(content)
        unfinished.chmod(settings.FILE_UPLOAD_PERMISSIONS)
        unfinished.replace(job.path)
        job.finished_at, job.progress, job.size = timezone.now(), 100, len(content)
        job.save(update_fields=["finished_at", "progress", "size", "holds"])
        trail.record(trail.Verb.MADE, job)


def _note_progress(job: AnalysisPdf, percent: int) -> None:
    with acting(job.agency_id):
        job.progress = percent
        job.save(update_fields=["progress"])


def _fail(job: AnalysisPdf, error_code: str, *, verb: trail.Verb) -> None:
    with acting(job.agency_id):
        job.failed_at, job.error_code = timezone.now(), error_code
        job.save(update_fields=["failed_at", "error_code"])
        trail.record(verb, job, reason=error_code)
