"""Search by number; a POST, so that nothing of it stands in an address or a log."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from cases.case_search import find_cases


@require_POST
def search(request: ActingRequest) -> HttpResponse:
    """Open the one case that was found, or list several or none."""
    require_role(request.membership, "view_case")
    number = request.POST.get("number", "").replace("\x00", "")[:60]
    found = find_cases(number, for_=request.membership)
    if len(found) == 1:
        return redirect("cases:detail", case_id=found[0].pk)
    trail.note_list([case.pk for case in found])
    return render(request, "cases/search.html", {"cases": found, "number": number})
