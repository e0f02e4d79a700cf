"""Each request has a short code that stands in the log, on the error page and in the trail."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from core.request_log import code_of_request

# No 0/O, 1/I/L: the code is read out on the telephone.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


class RequestCodeMiddleware:
    """Give the request its code before anything can go wrong."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = code_of_request.set("".join(secrets.choice(LETTERS) for _ in range(8)))
        try:
            return self.get_response(request)
        finally:
            code_of_request.reset(token)
