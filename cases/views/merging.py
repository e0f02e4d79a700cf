"""Merging two records of one person: choosing the other, deciding side by side, and undoing it within a day."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.merge_migrants import merge_migrants
from cases.actions.undo_merge import undo_merge
from cases.duplicates import duplicates_of
from cases.forms.merge import MergeForm, OtherRecordForm
from cases.merge_readers import readers_after
from cases.models import Case, MigrantMerge
from cases.overview import CaseOverview
from cases.permissions import visible_case
from cases.person_comparison import PersonComparison
from cases.views.scope import with_case
from cases.views.short_form import short_form
from core.forms.sent_form import sent_data, status_of
from core.refusal import Refusal
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("steer_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """Which record is to be merged with the person's, and what was merged lately."""
    form = OtherRecordForm(sent_data(request), case=case, reader=request.membership)
    if form.is_valid():
        other = form.cleaned_data["number"]
        trail.record(trail.Verb.VIEWED, case, listed=[other.pk])
        return see_other("cases:merge", case_id=case.pk, other_id=other.pk)
    return _index(request, case, form, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("steer_case")
def new(request: ActingRequest, case: Case, other_id: UUID) -> HttpResponse:
    """Both records side by side; each contradiction is decided before they become one."""
    other = visible_case(other_id, to=request.membership)
    if other.migrant_id == case.migrant_id:
        raise Http404
    comparison = PersonComparison(case, other, reader=request.membership)
    form = MergeForm(sent_data(request), comparison=comparison)
    return short_form(
        request,
        case,
        form,
        template="cases/merging/new.html",
        store=lambda: merge_migrants(case, other=other, chosen=form.cleaned_data, by=request.membership),
        done=_("The two records are one now. You can undo this for a day."),
        to="cases:merges",
        listed=[other.pk],
        comparison=comparison,
        readers=readers_after(comparison),
    )


@require_POST
@with_case("steer_case")
def undo(request: ActingRequest, case: Case, merge_id: UUID) -> HttpResponse:
    """Put both records back as they were."""
    merges = MigrantMerge.objects.visible_to(request.membership).filter(kept_id=case.migrant_id)
    merge = get_object_or_404(merges, pk=merge_id)
    try:
        undo_merge(merge, case=case, by=request.membership)
    except Refusal as refusal:
        form = OtherRecordForm(case=case, reader=request.membership)
        return _index(request, case, form, status=422, refusal=refusal.sentence)
    messages.success(request, _("The merging was undone. Both records are as they were."))
    return see_other("cases:merges", case_id=case.pk)


def _index(
    request: ActingRequest, case: Case, form: OtherRecordForm, *, status: int, **context: Any
) -> HttpResponse:
    duplicates = duplicates_of(case.migrant, for_=request.membership)
    trail.record(trail.Verb.VIEWED, case, listed=[hit.case.pk for hit in duplicates])
    context |= {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "person",
        "form": form,
        "duplicates": duplicates,
        "merges": MigrantMerge.objects.visible_to(request.membership).filter(kept_id=case.migrant_id),
    }
    return render(request, "cases/merging/index.html", context, status=status)
