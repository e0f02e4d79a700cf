"""The case page: the whole situation at a glance."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.boxes import FollowUpBox, NoteBox
from cases.models import Case
from cases.overview import CaseOverview
from cases.short_form import ShortForm
from cases.views.scope import with_case


@require_safe
@with_case("view_case")
def detail(request: ActingRequest, case: Case) -> HttpResponse:
    """Everything the reader may see of the case, one click above the rest."""
    trail.record(trail.Verb.VIEWED, case)
    overview = CaseOverview(case, reader=request.membership)
    context = {
        "case": case,
        "overview": overview,
        "may_write": request.membership.may("change_case", case),
        "may_steer": request.membership.may("steer_case", case),
        "note_box": NoteBox(case, reader=request.membership, short=ShortForm(request)),
        "follow_up_box": FollowUpBox(case, reader=request.membership, short=ShortForm(request)),
        "tab": "overview",
    }
    return render(request, "cases/detail.html", context)
