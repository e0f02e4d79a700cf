"""Pages and interface speak UTF-8, whatever a header claims."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class CharsetMiddleware:
    """Python knows codecs that are no character sets ("zlib"); Django would try to read a form with them."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.encoding = "utf-8"
        return self.get_response(request)
