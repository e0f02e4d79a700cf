"""Search; a POST, so that nothing of it stands in an address or a log."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from cases.case_search import HITS_AT_MOST, LONGEST, find_cases


@require_POST
def search(request: ActingRequest) -> HttpResponse:
    """Open the one case with the number, or list what was found by name or number, or say what to try."""
    require_role(request.membership, "view_case")
    typed = request.POST.get("wanted", "").replace("\x00", "")[:LONGEST]
    found = find_cases(typed, for_=request.membership)
    if found.only is not None:
        return redirect("cases:detail", case_id=found.only.pk)
    trail.note_list([hit.case.pk for hit in found.hits])
    return render(
        request, "cases/search.html", {"found": found, "wanted": typed.strip(), "at_most": HITS_AT_MOST}
    )
