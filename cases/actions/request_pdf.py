"""Asking for the analysis as a PDF leaves a job that a worker will find, whatever becomes of the broker."""

from django.db import transaction
from django.http import Http404

from agencies.models import Membership
from audit import trail
from cases.models import AnalysisPdf, CaseAnalysis
from cases.models.analysis_pdf import PaperKind
from cases.pseudonym.code import new_code
from core.worker import wake

TASK = "cases.tasks.make_analysis_pdf"


@transaction.atomic
def request_pdf(
    analysis: CaseAnalysis, *, by: Membership, language: str = "de", kind: str = PaperKind.INTERNAL
) -> AnalysisPdf:
    """Note the wish, or return the job for the same wish that is still waiting or running.

    Raises Http404 when the analysis is not visible to her.
    """
    if not CaseAnalysis.objects.visible_to(by).filter(pk=analysis.pk).exists():
        raise Http404
    wishes = AnalysisPdf.objects.visible_to(by).filter(analysis=analysis, language=language, kind=kind)
    pending: AnalysisPdf | None = wishes.filter(finished_at=None, failed_at=None).first()
    if pending is not None:
        return pending
    job = AnalysisPdf.objects.create(
        case_id=analysis.case_id,
        agency=by.agency,
        analysis=analysis,
        requester=by,
        language=language,
        kind=kind,
        code=new_code() if kind == PaperKind.PSEUDONYMISED else "",
    )
    trail.record(trail.Verb.REQUESTED, job)
    wake(TASK, job.pk, job.agency_id)
    return job
