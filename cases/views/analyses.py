"""Analyses of a case: their list, one of them, writing and changing one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.write_analysis import write_analysis
from cases.analysis_basis import present_content
from cases.analysis_comparison import Comparison
from cases.analysis_content import AnalysisContent
from cases.analysis_names import names_in
from cases.analysis_reading import AnalysisReading, count_of_rows
from cases.area_readers import readers_by_area
from cases.form_draft import FormDraft
from cases.forms import analysis_beginning
from cases.forms.analysis import AnalysisForm
from cases.forms.interview_choices import open_interviews
from cases.models import Case, CaseAnalysis, Interview
from cases.models.draft import DraftKind
from cases.overview import CaseOverview
from cases.second_look_state import second_look_states
from cases.views.analysis_scope import analysis_of_hers, visible_analysis
from cases.views.list_order import in_chosen_order, oldest_first
from cases.views.scope import with_case
from cases.views.writing import Made, sent
from core.forms.sent_form import sent_data, status_of
from core.see_other import see_other


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """Analyses of which she may read something."""
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    areas = count_of_rows(overview.analyses, reader=request.membership)
    looks = second_look_states(overview.analyses, reader=request.membership)
    rows = [(each, areas.get(each.pk, 0), looks.get(each.pk)) for each in overview.analyses]
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
    analysis = visible_analysis(request, case, analysis_id)
    trail.record(trail.Verb.VIEWED, analysis)
    reading = AnalysisReading(analysis, reader=request.membership)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "analyses",
        "analysis": analysis,
        "reading": reading,
        "is_asked": bool(reading.second_look and reading.second_look.is_asked_of(request.membership)),
        "may_write": reading.is_own and request.membership.may("change_case", case),
        "pdf_box": True,
    }
    return render(request, "cases/analyses/detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """Write an analysis, from scratch or from interviews."""
    initial = analysis_beginning.of_case(case, for_=request.membership)
    if request.method != "POST" and "interview" in request.GET:
        interviews = _interviews_to_begin_with(request, case)
        initial |= analysis_beginning.of_interviews(interviews, for_=request.membership)
    draft = FormDraft(request, kind=DraftKind.ANALYSIS, case=case)
    form = _form(request, case, initial=initial)

    def store() -> HttpResponse:
        content = form.content()
        return _stored(request, write_analysis(case, content=content, by=request.membership, key=draft.key))

    if response := sent(form, draft, store=store, made=_sent_before(request, case)):
        return response
    trail.record(trail.Verb.VIEWED, case)
    context = {"case": case, "form": form, "draft": draft, "analysis": None}
    return render(request, "cases/analyses/form.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def edit(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """Change an analysis of her own agency."""
    analysis = analysis_of_hers(request, case, analysis_id)
    present = present_content(analysis)
    draft = FormDraft(request, kind=DraftKind.ANALYSIS, case=case, about=str(analysis.pk))
    form = _form(request, case, initial=analysis_beginning.of_content(present, version=analysis.version))

    def store() -> HttpResponse:
        version, content = form.cleaned_data["version"], form.content()
        return _stored(
            request,
            write_analysis(case, content=content, by=request.membership, analysis=analysis, version=version),
        )

    if response := sent(form, draft, store=store, made=lambda _key: None):
        return response
    trail.record(trail.Verb.VIEWED, analysis)
    context = {"case": case, "form": form, "draft": draft, "analysis": analysis}
    context |= _what_a_colleague_stored(request, form, analysis, present)
    return render(request, "cases/analyses/form.html", context, status=status_of(form))


def _form(request: ActingRequest, case: Case, *, initial: dict[str, Any]) -> AnalysisForm:
    return AnalysisForm(
        sent_data(request),
        case=case,
        by=request.membership,
        initial=initial,
        readers=readers_by_area(case, besides=request.membership.agency),
    )


def _stored(request: ActingRequest, analysis: CaseAnalysis) -> HttpResponse:
    messages.success(request, _("The case analysis has been saved."))
    return see_other("cases:analysis", case_id=analysis.case_id, analysis_id=analysis.pk)


def _what_a_colleague_stored(
    request: ActingRequest, form: AnalysisForm, analysis: CaseAnalysis, present: AnalysisContent
) -> dict[str, Any]:
    """Both texts side by side, when the one that was sent began with an older version."""
    if not form.is_bound or form.cleaned_data.get("version") in (None, analysis.version):
        return {}
    form.keep_what_was_typed(version=analysis.version)
    if set(form.errors) - {NON_FIELD_ERRORS}:
        return {}
    mine = form.content()
    names = names_in([present, mine], case=analysis.case, reader=request.membership)
    return {"comparison": Comparison(present, mine, names=names)}


def _sent_before(request: ActingRequest, case: Case) -> Made:
    def made(key: UUID) -> HttpResponse | None:
        found = CaseAnalysis.objects.visible_to(request.membership).filter(pk=key, case=case)
        return see_other("cases:analysis", case_id=case.pk, analysis_id=key) if found.exists() else None

    return made


def _interviews_to_begin_with(request: ActingRequest, case: Case) -> list[Interview]:
    try:
        keys = {UUID(key) for key in request.GET.getlist("interview")}
    except ValueError as error:
        raise Http404 from error
    found = list(open_interviews(case, to=request.membership).filter(pk__in=keys))
    if len(found) != len(keys):
        raise Http404
    return found
