"""What happened, told in the application: her notices, opened and marked as read by buttons alone."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.acting_request import ActingRequest
from agencies.actions.open_notice import open_notice
from agencies.actions.read_all_notices import read_all_notices
from agencies.models import Membership
from audit import trail
from config.notice_list import case_ids, count_of_unread, page_of_notices, shown
from core.keyset import Position
from core.see_other import see_other


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """Her notices of the acting agency, the latest first."""
    membership = _acting(request)
    unread = request.GET.get("show") == "unread"
    position = Position.from_token(request.GET.get("position", ""))
    page = page_of_notices(membership, unread=unread, position=position)
    trail.note_list(case_ids(page.rows))
    context = {"page": page, "unread_only": unread, "unread": count_of_unread(membership)}
    return render(request, "config/notices.html", context)


@require_POST
def open_one(request: ActingRequest, notice_id: UUID) -> HttpResponse:
    """Mark it as read and go where it leads; nowhere when she does not see the case today."""
    membership = _acting(request)
    (line,) = shown([open_notice(notice_id, by=membership)], to=membership)
    return see_other(line.path or "notices")


@require_POST
def read_all(request: ActingRequest) -> HttpResponse:
    """Mark all as read."""
    read_all_notices(by=_acting(request))
    messages.success(request, _("All notices are marked as read."))
    return see_other("notices")


def _acting(request: ActingRequest) -> Membership:
    if request.membership is None:
        raise PermissionDenied
    return request.membership
