"""A form opened for one agency is never sent for another: a person's agencies must not add up."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from agencies.acting_membership import choices, value_of
from agencies.acting_request import ActingRequest
from core.kept_text import waiting_text
from core.middleware.kept_text import FIELD, keep, writer_of
from core.models import KeptText

DRAFTS = "/drafts/"


class SameMembershipMiddleware:
    """Stop a form, and a text that was kept, that belong to another membership than the acting one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: ActingRequest, *_view: object) -> HttpResponse | None:
        """Keep the text and offer to act for the agency of the form again."""
        # The interface has no forms; whoever calls it says with each call what it is about.
        if request.membership is None or request.path.startswith("/api/"):
            return None
        acting = value_of(request.membership)
        if request.method == "POST":
            writer = writer_of(request.POST.get(FIELD, ""))
            if writer is None or writer.user_id != request.user.pk or writer.acting in {"", acting}:
                return None
            if DRAFTS in request.path:
                sentence = _("This form belongs to another of your agencies. Nothing was saved.")
                return HttpResponse(sentence, status=409, content_type="text/plain; charset=utf-8")
            return _offer(request, keep(request, writer))
        text = waiting_text(request)
        return _offer(request, text) if text and text.acting not in {"", acting} else None


def _offer(request: ActingRequest, text: KeptText) -> HttpResponse:
    choice = next((each for each in choices(request) if each.value == text.acting), None)
    context = {"choice": choice, "back": f"{text.path}?kept={text.pk}"}
    return render(request, "agencies/other_agency.html", context, status=409)
