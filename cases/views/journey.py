"""The way through the offices: its steps, and the break points found on it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.area_readers import areas_by_reader
from cases.forms.way_filter import WayFilterForm
from cases.models import Case
from cases.overview import CaseOverview
from cases.views.scope import with_case
from cases.way_reading import WayReading


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """What she may read of it, all life areas or one."""
    trail.record(trail.Verb.VIEWED, case)
    form = WayFilterForm(request.GET)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "journey",
        "form": form,
        "is_narrowed": bool(form.chosen_area),
        "way": WayReading(case, reader=request.membership, life_area=form.chosen_area),
        "may_write": request.membership.may("change_case", case),
    }
    return render(request, "cases/journey/index.html", context)


def journey_page(request: ActingRequest, case: Case) -> dict[str, Any]:
    """What stands around a form of the way: the head of the case, and who would read what is shared."""
    return {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "journey",
        "readers": areas_by_reader(case, besides=request.membership.agency),
    }
