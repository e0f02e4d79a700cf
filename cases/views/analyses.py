"""Analyses of a case: their list, one of them, writing and changing one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.analysis_reading import AnalysisReading, count_of_rows
from cases.area_readers import readers_by_area
from cases.form_draft import FormDraft
from cases.forms import analysis_beginning
from cases.forms.analysis import AnalysisForm
from cases.forms.interview_choices import open_interviews
from cases.models import Case, CaseAnalysis, Interview
from cases.models.draft import DraftKind
from cases.overview import CaseOverview
from cases.views.list_order import in_chosen_order, oldest_first
from cases.views.scope import with_case
from cases.views.see_other import see_other
from cases.views.writing import Made, sent


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """Analyses of which she may read something."""
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    areas = count_of_rows(overview.analyses, reader=request.membership)
    rows = [(analysis, areas.get(analysis.pk, 0)) for analysis in overview.analyses]
    context = {
        "case": case,
        "overview": overview,
        "tab": "analyses",
        "rows": in_chosen_order(rows, request),
        "oldest_first": oldest_first(request),
        "may_write": request.membership.may("change_case", case),
    }
    return render(request, "cases/analyses/list.html", context)


@require_safe
@with_case("view_case")
def detail(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """One analysis, as far as she may read it."""
    analysis = _visible(request, case, analysis_id)
    trail.record(trail.Verb.VIEWED, analysis)
    reading = AnalysisReading(analysis, reader=request.membership)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "analyses",
        "analysis": analysis,
        "reading": reading,
        "may_write": reading.is_own and request.membership.may("change_case", case),
        "pdf_box": True,
    }
    return render(request, "cases/analyses/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """Write an analysis, from scratch or from interviews."""
    initial = analysis_beginning.of_case(case)
    if request.method != "POST" and "interview" in request.GET:
        interviews = _interviews_to_begin_with(request, case)
        initial |= analysis_beginning.of_interviews(interviews, for_=request.membership)
    return _write(request, case, initial=initial)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def edit(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """Change an analysis of her own agency."""
    analysis = _visible(request, case, analysis_id)
    if analysis.agency_id != request.membership.agency_id:
        raise PermissionDenied
    stored = analysis.versions.get(number=analysis.version)
    content = AnalysisContent.thawed(stored.content)
    initial = analysis_beginning.of_content(content, version=analysis.version)
    return _write(request, case, initial=initial, analysis=analysis)


def _write(
    request: ActingRequest, case: Case, *, initial: dict[str, Any], analysis: CaseAnalysis | None = None
) -> HttpResponse:
    draft = FormDraft(request, kind=DraftKind.ANALYSIS, case=case, about=str(analysis.pk) if analysis else "")
    form = AnalysisForm(
        request.POST if request.method == "POST" else None,
        case=case,
        by=request.membership,
        initial=initial,
        readers=readers_by_area(case, besides=request.membership.agency),
    )

    def store() -> HttpResponse:
        stored = write_analysis(
            case,
            content=form.content(),
            by=request.membership,
            analysis=analysis,
            version=form.cleaned_data["version"],
            key=draft.once,
        )
        messages.success(request, _("The case analysis has been saved."))
        return see_other("cases:analysis", case_id=case.pk, analysis_id=stored.pk)

    if response := sent(form, draft, store=store, made=_sent_before(request, case, analysis)):
        return response
    trail.record(trail.Verb.VIEWED, analysis or case)
    context = {"case": case, "form": form, "draft": draft, "analysis": analysis}
    return render(request, "cases/analyses/form.html", context, status=422 if form.is_bound else 200)


def _sent_before(request: ActingRequest, case: Case, analysis: CaseAnalysis | None) -> Made:
    def made(key: UUID) -> HttpResponse | None:
        found = CaseAnalysis.objects.visible_to(request.membership).filter(pk=key, case=case)
        is_second = analysis is None and found.exists()
        return see_other("cases:analysis", case_id=case.pk, analysis_id=key) if is_second else None

    return made


def _visible(request: ActingRequest, case: Case, analysis_id: UUID) -> CaseAnalysis:
    analyses = CaseAnalysis.objects.visible_to(request.membership)
    analyses = analyses.select_related("agency", "author__user", "case")
    return get_object_or_404(analyses, pk=analysis_id, case=case)


def _interviews_to_begin_with(request: ActingRequest, case: Case) -> list[Interview]:
    try:
        keys = {UUID(key) for key in request.GET.getlist("interview")}
    except ValueError as error:
        raise Http404 from error
    found = list(open_interviews(case, to=request.membership).filter(pk__in=keys))
    if len(found) != len(keys):
        raise Http404
    return found
