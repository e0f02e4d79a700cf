"""What the wiring adds to every answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from config.views.errors import not_allowed


class NotAllowedPageMiddleware:
    """An address opened in a way it is not made for is answered with a page instead of nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            return not_allowed(request, allowed=response.headers["Allow"])
        return response
