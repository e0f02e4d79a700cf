"""Somebody else is writing in the same case: after two seconds of waiting, a page that says so and keeps the text."""

from collections.abc import Callable

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected, LockNotAvailable

from core.kept_text import PARAMETER
from core.middleware.kept_text import FIELD, keep, writer_of
from core.request_log import code_of_request

MARK = "busy"
# Nothing went wrong on our side: the same request succeeds as soon as the other one is through.
STATUS = 409
RETRY_AFTER_SECONDS = "3"


class BusyMiddleware:
    """Stand outside of the request's transaction, which is undone when this answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        return _answer(request) if hasattr(request, MARK) else response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Mark the request; its transaction takes the status as a sign to undo everything."""
        if not isinstance(error, OperationalError):
            return None
        if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected):
            return None
        setattr(request, MARK, True)
        return HttpResponse(status=503)


def _answer(request: HttpRequest) -> HttpResponse:
    code = code_of_request.get()
    response: HttpResponse
    if request.path.startswith("/api/"):
        sentence = _("Somebody else is working on this at the moment. Please try again in a few seconds.")
        response = JsonResponse({"detail": sentence, "code": code}, status=STATUS)
    else:
        context = {"code": code, "back": _way_back(request)}
        response = HttpResponse(render_to_string("errors/busy.html", context), status=STATUS)
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def _way_back(request: HttpRequest) -> str:
    """The form with its text, if it said whose it is; else the page itself, if it can be opened again."""
    writer = writer_of(request.POST.get(FIELD, "")) if request.method == "POST" else None
    if writer is None:
        return request.get_full_path() if request.method in {"GET", "HEAD"} else ""
    with transaction.atomic():
        text = keep(request, writer)
    return f"{text.path}?{PARAMETER}={text.pk}"
