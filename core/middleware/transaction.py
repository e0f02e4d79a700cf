"""One transaction per request, rendering included, so that page, trail and policy are one moment."""

from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from core.acting import act_for
from core.today import day_is, today


class TransactionMiddleware:
    """Open the request's transaction; a response of 500 or above, or an error, undoes all of it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/" + settings.STATIC_URL.lstrip("/")):
            return self.get_response(request)
        with transaction.atomic(), day_is(today()):
            act_for(None)
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
