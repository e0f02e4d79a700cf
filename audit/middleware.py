"""Entries of a request name the person signed in and the agency she acts for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from audit.trail import Actor, acted_by


class AuditContextMiddleware:
    """Open the context of the trail for one request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        channel = "api" if request.path.startswith("/api/") else "page"
        membership = getattr(request, "membership", None)
        if membership is not None:
            actor = membership.as_actor(channel=channel)
        elif request.user.is_authenticated:
            actor = Actor(person_id=request.user.pk, person=request.user.name, channel=channel)
        else:
            actor = Actor(channel=channel)
        with acted_by(actor):
            return self.get_response(request)
