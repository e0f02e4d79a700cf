"""The start page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from agencies.models import Membership
from audit import trail
from config.my_day import MyDay
from core.models import OutboxMessage


@require_safe
def my_day(request: ActingRequest) -> HttpResponse:
    """What needs her now, each with its next step."""
    membership = request.membership
    if membership is None or not membership.allows("view_case"):
        return render(request, "config/no_cases.html", {"given_up_mails": _given_up_mails(membership)})
    day = MyDay(membership)
    trail.note_list(day.case_ids)
    return render(request, "config/my_day.html", {"day": day, "now": timezone.localtime()})


def _given_up_mails(membership: Membership | None) -> int:
    """For whoever can do something about them."""
    may_help = membership is not None and membership.allows("manage_access")
    return OutboxMessage.objects.given_up().count() if may_help else 0
