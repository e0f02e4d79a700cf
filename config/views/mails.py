"""Mails: those that wait or could not be delivered, for the access administrator; all of them in the demo."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from core.models import OutboxMessage
from core.outbox import try_again

SHOWN_AT_MOST = 100


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """Address, subject and tries of what is not delivered; the text may hold an invitation, so nobody reads it here."""
    require_role(request.membership, "manage_access")
    given_up, waiting = OutboxMessage.objects.given_up(), OutboxMessage.objects.waiting()
    context = {
        "given_up": given_up.defer("body")[:SHOWN_AT_MOST],
        "given_up_count": given_up.count(),
        "waiting": waiting.defer("body").order_by("next_try_at")[:SHOWN_AT_MOST],
        "waiting_count": waiting.count(),
    }
    return render(request, "config/mails/index.html", context)


@require_POST
def again(request: ActingRequest, mail_id: UUID) -> HttpResponse:
    """Send a mail again that was given up."""
    require_role(request.membership, "manage_access")
    mail = get_object_or_404(OutboxMessage.objects.given_up().select_for_update(), pk=mail_id)
    try_again(mail)
    trail.record(trail.Verb.REQUESTED, mail)
    messages.success(request, _("The mail is being sent again."))
    return redirect("mails")


@require_safe
@login_not_required
def of_the_demo(request: HttpRequest) -> HttpResponse:
    """The mails that the demo keeps instead of sending them."""
    _demo_only()
    mails = OutboxMessage.objects.order_by("-posted_at", "-id")[:SHOWN_AT_MOST]
    return render(request, "config/mails/demo.html", {"mails": mails})


@require_safe
@login_not_required
def one_of_the_demo(request: HttpRequest, mail_id: UUID) -> HttpResponse:
    """One of them, as its recipient would read it."""
    _demo_only()
    mail = get_object_or_404(OutboxMessage, pk=mail_id)
    return render(request, "config/mails/demo_mail.html", {"mail": mail})


def _demo_only() -> None:
    if not settings.DEMO:
        raise Http404
