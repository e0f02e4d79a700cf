"""The start page."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from agencies.models import Membership
from agencies.permissions import require_role
from audit import trail
from cases.actions.take_note import take_note
from cases.forms.note import QuickNoteForm
from cases.models import Note
from cases.permissions import visible_case
from cases.short_form import ShortForm
from cases.views.writing import Made, sent
from config.my_day import MyDay
from core.forms.sent_form import sent_data, status_of
from core.models import OutboxMessage
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
def my_day(request: ActingRequest) -> HttpResponse:
    """What needs her now, each with its next step; and a note in one of her cases."""
    membership = request.membership
    if request.method == "POST":
        require_role(membership, "view_case")
    if membership is None or not membership.allows("view_case"):
        return render(request, "config/no_cases.html", {"given_up_mails": _given_up_mails(membership)})
    day, short = MyDay(membership), ShortForm(request)
    form = QuickNoteForm(sent_data(request), cases=day.my_cases)
    if response := sent(form, short, store=lambda: _note(request, form, short), made=_made(request)):
        return response
    trail.note_list(day.case_ids)
    context = {"day": day, "now": timezone.localtime(), "form": form, "once": short.once}
    return render(request, "config/my_day.html", context, status=status_of(form))


def _note(request: ActingRequest, form: QuickNoteForm, short: ShortForm) -> HttpResponse:
    typed = form.cleaned_data
    case = visible_case(UUID(typed["case"]), to=request.membership)
    arguments = {"text": typed["text"], "spoke_with": typed["spoke_with"], "key": short.key}
    take_note(case, by=request.membership, **arguments)
    return _written(request, case.number)


def _made(request: ActingRequest) -> Made:
    def made(key: UUID) -> HttpResponse | None:
        note = Note.objects.visible_to(request.membership).select_related("case").filter(pk=key).first()
        return _written(request, note.case.number) if note else None

    return made


def _written(request: ActingRequest, number: str) -> HttpResponse:
    messages.success(request, _("The note has been saved in the case %(number)s.") % {"number": number})
    return see_other("my_day")


def _given_up_mails(membership: Membership | None) -> int:
    """For whoever can do something about them."""
    may_help = membership is not None and membership.allows("manage_access")
    return OutboxMessage.objects.given_up().count() if may_help else 0
