"""Entries of a request name the person signed in and the agency she acts for."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from audit.trail import Actor, acted_by, record_refusal
from core.acting import acting

REFUSED = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})


def channel_of(request: HttpRequest) -> str:
    """Pages or interface."""
    return "api" if request.path.startswith("/api/") else "page"


class RefusedLookMiddleware:
    """What somebody wanted of a case and did not get stands in the trail too.

    Outside of the request's transaction, which may be undone. The case is the one that was asked for, whether it
    exists or not: the leading agency sees who tried, and whoever tried learns nothing by it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        membership, address = getattr(request, "membership", None), request.resolver_match
        if membership is None or address is None or response.status_code not in REFUSED:
            return response
        if "case_id" in address.kwargs:
            actor = membership.as_actor(channel=channel_of(request))
            with acting(membership.agency_id, person_id=membership.user_id), acted_by(actor):
                reason = f"{response.status_code} {address.view_name}"
                record_refusal(address.kwargs["case_id"], reason=reason)
        return response


class AuditContextMiddleware:
    """Open the context of the trail for one request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        channel = channel_of(request)
        membership = getattr(request, "membership", None)
        if membership is not None:
            actor = membership.as_actor(channel=channel)
        elif request.user.is_authenticated:
            actor = Actor(person_id=request.user.pk, person=request.user.name, channel=channel)
        else:
            actor = Actor(channel=channel)
        with acted_by(actor):
            return self.get_response(request)
