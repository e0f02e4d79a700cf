"""The switcher in the header."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from agencies.acting_membership import choose
from agencies.acting_request import ActingRequest
from audit import trail
from core.acting import act_for


@require_POST
def switch(request: ActingRequest) -> HttpResponse:
    """Act for another of her agencies; a membership that is not hers does not exist."""
    chosen = choose(request, request.POST.get("membership", ""))
    if chosen is None:
        raise Http404
    act_for(chosen.agency_id)
    with trail.acted_by(chosen.as_actor(channel="page")):
        trail.record(trail.Verb.SWITCHED)
    return redirect("my_day")
