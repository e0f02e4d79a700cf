"""Who looked at the case and what was done with it, out of the trail."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.access_list import page_of_accesses
from cases.models import Case
from cases.overview import CaseOverview
from cases.views.scope import with_case
from core.keyset import Position


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """The leading agency reads all accesses, any other agency its own."""
    page = page_of_accesses(case, position=Position.from_token(request.GET.get("position", "")))
    trail.record(trail.Verb.VIEWED, case)
    context = {
        "case": case,
        "page": page,
        "leads": case.lead_agency_id == request.membership.agency_id,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "accesses",
    }
    return render(request, "cases/accesses.html", context)
