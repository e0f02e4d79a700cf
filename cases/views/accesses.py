"""Who looked at the case and what was done with it, out of the trail."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from audit.models import Entry
from cases.models import Case
from cases.overview import CaseOverview
from cases.views.scope import with_case

SHOWN = 100


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """The latest accesses: the leading agency reads all, any other agency its own."""
    entries = list(Entry.objects.about(case.pk)[:SHOWN])
    trail.record(trail.Verb.VIEWED, case)
    context = {
        "case": case,
        "entries": entries,
        "shown": SHOWN,
        "leads": case.lead_agency_id == request.membership.agency_id,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "accesses",
    }
    return render(request, "cases/accesses.html", context)
