"""Asking for a pseudonymised paper: first what still tells who it is about, then the wish."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.request_pdf import request_pdf
from cases.models import Case, CaseAnalysis
from cases.models.analysis_pdf import PaperKind
from cases.overview import CaseOverview
from cases.reports.pseudonymised import PseudonymisedPaper
from cases.views.scope import with_case
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("view_case")
def new(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """What is replaced and what stays, with the way to where it is written; the button asks the worker."""
    analyses = CaseAnalysis.objects.visible_to(request.membership).select_related("case__migrant", "agency")
    analysis = get_object_or_404(analyses, pk=analysis_id, case=case)
    if request.method == "POST":
        language = get_language() or "de"
        kind = PaperKind.PSEUDONYMISED
        job = request_pdf(analysis, by=request.membership, language=language, kind=kind)
        return see_other("cases:pdf", case_id=case.pk, pdf_id=job.pk)
    trail.record(trail.Verb.VIEWED, analysis)
    own = analysis.agency_id == request.membership.agency_id
    overview = CaseOverview(case, reader=request.membership)
    paper = PseudonymisedPaper(
        analysis, reader=request.membership, code="", participations=overview.participations
    )
    context = {
        "case": case,
        "analysis": analysis,
        "tab": "analyses",
        "overview": overview,
        "cleaner": paper.cleaner,
        "may_change": own and request.membership.may("change_case", case),
    }
    return render(request, "cases/papers/new.html", context)
