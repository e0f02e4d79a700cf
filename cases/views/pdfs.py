"""The analysis as a PDF: asking for it, looking how far it is, fetching it."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case, CaseAnalysis
from cases.overview import CaseOverview
from cases.reports.paper import file_name, still_holds
from cases.reports.pseudonymised import PseudonymisedPaper
from cases.views.scope import with_case


@require_POST
@with_case("view_case")
def new(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """Ask a worker for the PDF; the page of the job follows."""
    analyses = CaseAnalysis.objects.visible_to(request.membership).select_related("case")
    analysis = get_object_or_404(analyses, pk=analysis_id, case=case)
    job = request_pdf(analysis, by=request.membership, language=get_language() or "de")
    return redirect("cases:pdf", case_id=case.pk, pdf_id=job.pk)


@require_safe
@with_case("view_case")
def detail(request: ActingRequest, case: Case, pdf_id: UUID) -> HttpResponse:
    """How far the PDF is; the page asks again by itself, or when she clicks."""
    job = _job(request, case, pdf_id)
    context = {"case": case, "job": job, "tab": "analyses", "is_hers": not job.is_done or still_holds(job)}
    if request.htmx:
        return render(request, "cases/pdfs/state.html", context)
    trail.record(trail.Verb.VIEWED, job)
    context["overview"] = CaseOverview(case, reader=request.membership)
    if job.is_pseudonymised:
        context["cleaner"] = PseudonymisedPaper(
            job.analysis, reader=request.membership, code=job.code
        ).cleaner
    return render(request, "cases/pdfs/detail.html", context)


@require_safe
@with_case("view_case")
def file(request: ActingRequest, case: Case, pdf_id: UUID) -> HttpResponseBase:
    """The file, if it is there and she may still see all that it holds."""
    job = _job(request, case, pdf_id)
    if job.state != "finished" or not still_holds(job) or not job.path.exists():
        raise Http404
    trail.record(trail.Verb.DOWNLOADED, job)
    response = FileResponse(
        job.path.open("rb"), content_type="application/pdf", as_attachment=True, filename=file_name(job)
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _job(request: ActingRequest, case: Case, pdf_id: UUID) -> AnalysisPdf:
    jobs = AnalysisPdf.objects.visible_to(request.membership)
    jobs = jobs.select_related(
        "requester__agency__group", "requester__user", "analysis__case__migrant", "analysis__agency", "case"
    )
    return get_object_or_404(jobs, pk=pdf_id, case=case)
