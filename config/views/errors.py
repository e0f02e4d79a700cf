"""Error pages: what happened, what to do, and a code that stands in the log."""

import logging
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from agencies.same_membership import DRAFTS
from core.middleware.kept_text import FIELD, NEVER_KEPT, keep, writer_of
from core.request_log import code_of_request

log = logging.getLogger("fallbruecke.errors")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the address or the form cannot be read."""
    return _page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: she sees the case, but may not do this with it, or no longer; what she wrote is hers."""
    return _page(request, 403, unsaved=_written(request))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: the same answer for what does not exist and what is not hers to see; what she wrote is hers."""
    return _page(request, 404, unsaved=_written(request))


def not_allowed(request: HttpRequest, *, allowed: str) -> HttpResponse:
    """405: the address belongs to a button, not to the address bar."""
    response = _page(request, 405)
    response.headers["Allow"] = allowed
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form did not come from a page of ours, or she signed in anew since; then her text comes back."""
    writer = writer_of(request.POST.get(FIELD, ""))
    if writer is not None and DRAFTS not in request.path:
        text = keep(request, writer)
        return redirect(f"{text.path}?kept={text.pk}")
    return _page(request, 403, template="csrf")


def server_error(request: HttpRequest) -> HttpResponse:
    """500: drawn without the database, which may be what failed."""
    code = code_of_request.get()
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": gettext("The server made a mistake."), "code": code}, status=500)
    return HttpResponse(render_to_string("errors/500.html", {"code": code}), status=500)


def _written(request: HttpRequest) -> list[str]:
    """Texts of several words in a form of ours that was given to her: a role can end while its holder writes."""
    writer = writer_of(request.POST.get(FIELD, ""))
    if writer is None or writer.user_id != request.user.pk:
        return []
    values = [
        value for name in request.POST if name not in NEVER_KEPT for value in request.POST.getlist(name)
    ]
    return [value for value in values if len(value.split()) > 1]


def _page(
    request: HttpRequest, status: int, *, template: str = "", unsaved: Sequence[str] = ()
) -> HttpResponse:
    log.info("answered with %s", status)
    context = {"code": code_of_request.get(), "unsaved": unsaved}
    return render(request, f"errors/{template or status}.html", context, status=status)
