"""The switcher in the header."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
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
    act_for(chosen.agency_id, person_id=chosen.user_id)
    with trail.acted_by(chosen.as_actor(channel="page")):
        trail.record(trail.Verb.SWITCHED)
    target = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        return redirect(target)
    return redirect("my_day")
