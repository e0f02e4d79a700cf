"""The second look at an analysis: how it stands, asking for it, doing without it, giving it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.ask_second_look import ask_second_look
from cases.actions.give_second_look import give_second_look
from cases.actions.waive_second_look import waive_second_look
from cases.forms.second_look import AskForm, GiveForm, WaiveForm
from cases.models import Case, CaseAnalysis, SecondLook
from cases.overview import CaseOverview
from cases.second_look_state import second_look_states
from cases.views.analysis_scope import analysis_of_hers
from cases.views.scope import with_case
from core.forms.sent_form import sent_data
from core.kept_text import refilled
from core.refusal import Refusal
from core.see_other import see_other


@require_safe
@with_case("view_case")
def detail(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """How it stands, who looked before, and what she may do now."""
    return _shown(request, case, analysis_of_hers(request, case, analysis_id))


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def ask(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """Ask a colleague."""
    analysis = analysis_of_hers(request, case, analysis_id)
    form = AskForm(sent_data(request), analysis=analysis, by=request.membership)

    def store() -> str:
        ask_second_look(analysis, case=case, by=request.membership, **form.cleaned_data)
        return _("Your colleague has been asked.")

    return _sent(request, form, analysis, store) or _shown(request, case, analysis, ask_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def waive(request: ActingRequest, case: Case, analysis_id: UUID) -> HttpResponse:
    """Do without it, for a reason."""
    analysis = analysis_of_hers(request, case, analysis_id)
    form = WaiveForm(sent_data(request))

    def store() -> str:
        waive_second_look(analysis, case=case, by=request.membership, **form.cleaned_data)
        return _("It is noted that nobody takes a second look, and why.")

    return _sent(request, form, analysis, store) or _shown(request, case, analysis, waive_form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def give(request: ActingRequest, case: Case, analysis_id: UUID, second_look_id: UUID) -> HttpResponse:
    """Keep what the colleague says."""
    analysis = analysis_of_hers(request, case, analysis_id)
    looks = SecondLook.objects.visible_to(request.membership)
    look = get_object_or_404(looks, pk=second_look_id, analysis=analysis)
    form = GiveForm(sent_data(request), initial={"version": analysis.version})

    def store() -> str:
        give_second_look(look, case=case, by=request.membership, **form.cleaned_data)
        return _("Thank you. Whoever asked you has been told.")

    return _sent(request, form, analysis, store) or _shown(request, case, analysis, give_form=form)


def _sent(
    request: ActingRequest, form: forms.Form, analysis: CaseAnalysis, store: Callable[[], str]
) -> HttpResponse | None:
    """Back to the analysis with what was done; None when the form is to be shown, perhaps with its errors."""
    if not form.is_bound or not form.is_valid():
        return None
    try:
        sentence = store()
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        # What was typed goes with the version that now stands on the page.
        form.data = {**request.POST.dict(), "version": str(analysis.version)}
        return None
    messages.success(request, sentence)
    return see_other("cases:analysis", case_id=analysis.case_id, analysis_id=analysis.pk)


def _shown(request: ActingRequest, case: Case, analysis: CaseAnalysis, **tried: forms.Form) -> HttpResponse:
    state = second_look_states([analysis], reader=request.membership)[analysis.pk]
    trail.record(trail.Verb.VIEWED, analysis)
    looks = SecondLook.objects.visible_to(request.membership).filter(analysis=analysis)
    shown: dict[str, forms.Form] = {
        "ask_form": AskForm(analysis=analysis, by=request.membership),
        "waive_form": WaiveForm(),
        "give_form": GiveForm(initial={"version": analysis.version}),
        **tried,
    }
    context: dict[str, Any] = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "analyses",
        "analysis": analysis,
        "state": state,
        "is_asked": state.is_asked_of(request.membership),
        "earlier": looks.exclude(done_at=None).select_related("colleague__user"),
        "may_write": request.membership.may("change_case", case),
        **{name: refilled(form, request) for name, form in shown.items()},
        "form": next(iter(tried.values()), None),
    }
    is_wrong = any(form.is_bound for form in tried.values())
    return render(request, "cases/analyses/second_look.html", context, status=422 if is_wrong else 200)
