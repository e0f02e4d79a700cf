"""What happened in the case."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.forms.timeline_filter import TimelineFilterForm
from cases.models import Case
from cases.overview import CaseOverview
from cases.timeline.pages import count_of_timeline, page_of_timeline
from cases.views.scope import with_case
from core.keyset import Position


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """Everything that she may see, page by page."""
    form = TimelineFilterForm(request.GET)
    position = Position.from_token(request.GET.get("position", ""))
    trail.record(trail.Verb.VIEWED, case)
    asked = form.timeline_filter()
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "timeline",
        "form": form,
        "is_narrowed": bool(asked.kind or asked.life_area),
        "page": page_of_timeline(case, reader=request.membership, narrowed_to=asked, position=position),
        "count": count_of_timeline(case, reader=request.membership, narrowed_to=asked),
    }
    return render(request, "cases/timeline.html", context)
