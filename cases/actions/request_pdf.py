"""Asking for the analysis as a PDF leaves a job that a worker will find, whatever becomes of the broker."""

from django.db import transaction

from agencies.models import Membership
from audit import trail
from cases.models import AnalysisPdf, CaseAnalysis
from cases.permissions import require
from core.worker import wake

TASK = "cases.tasks.make_analysis_pdf"


@transaction.atomic
def request_pdf(analysis: CaseAnalysis, *, by: Membership, language: str = "de") -> AnalysisPdf:
    """Note the wish, or return the job for the same wish that is still waiting or running.

    Raises PermissionDenied when she may not read the case.
    """
    require(by, "view_case", analysis.case)
    wishes = AnalysisPdf.objects.visible_to(by).filter(analysis=analysis, language=language)
    pending: AnalysisPdf | None = wishes.filter(finished_at=None, failed_at=None).first()
    if pending is not None:
        return pending
    job = AnalysisPdf.objects.create(
        case_id=analysis.case_id, agency=by.agency, analysis=analysis, requester=by, language=language
    )
    trail.record(trail.Verb.REQUESTED, job)
    wake(TASK, job.pk, job.agency_id)
    return job
