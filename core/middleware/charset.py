"""Pages and interface speak UTF-8; a body that claims to be anything else is not read."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

SPOKEN = frozenset({"", "utf-8", "utf8"})


class CharsetMiddleware:
    """Python knows codecs that are no character sets ("zlib"); Django would try to read a form with them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (request.content_params or {}).get("charset", "").lower() not in SPOKEN:
            request.encoding = "utf-8"
            raise BadRequest
        return self.get_response(request)
