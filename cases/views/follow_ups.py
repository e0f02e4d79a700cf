"""Reminders on cases: her own list, setting one, moving it, ticking it off and taking that back."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from audit import trail
from cases.actions.change_follow_up import change_follow_up
from cases.actions.finish_follow_up import finish_follow_up
from cases.actions.set_follow_up import set_follow_up
from cases.boxes import FollowUpBox
from cases.follow_up_list import VIEWS, page_of_follow_ups
from cases.forms.follow_up import FollowUpForm
from cases.models import Case, FollowUp
from cases.overview import CaseOverview
from cases.short_form import ShortForm
from cases.views.scope import with_case
from cases.views.writing import sent
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.keyset import Position
from core.see_other import back_to_form


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """Hers in all cases: open, overdue or done."""
    require_role(request.membership, "view_case")
    shown = request.GET.get("show", "")
    shown = shown if shown in VIEWS else "open"
    position = Position.from_token(request.GET.get("position", ""))
    page = page_of_follow_ups(request.membership, shown=shown, position=position)
    trail.note_list([each.case_id for each in page.rows])
    context = {"page": page, "shown": shown, "views": VIEWS}
    return render(request, "cases/follow_ups/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("view_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """Set a reminder: one click, or a day and what for."""
    short, form = ShortForm(request), FollowUpForm(sent_data(request))

    def store() -> HttpResponse:
        set_follow_up(case, by=request.membership, key=short.key, **form.reminder())
        return _changed(request, case, _("The follow-up has been set."))

    def made(key: UUID) -> HttpResponse | None:
        there = FollowUp.objects.visible_to(request.membership).filter(pk=key, case=case).exists()
        return _changed(request, case, _("The follow-up has been set.")) if there else None

    if response := sent(form, short, store=store, made=made):
        return response
    trail.record(trail.Verb.VIEWED, case)
    box = FollowUpBox(case, reader=request.membership, short=short, form=form)
    return _page(request, case, "cases/follow_ups/new.html", form=form, follow_up_box=box)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("view_case")
def edit(request: ActingRequest, case: Case, follow_up_id: UUID) -> HttpResponse:
    """Another day, or better words."""
    follow_up = _hers(request, case, follow_up_id)
    data = sent_data(request)
    form = refilled(FollowUpForm(data, follow_up=follow_up), request)
    if form.is_valid():
        arguments = {"case": case, "by": request.membership, **form.reminder()}
        if not refused(form, change_follow_up, follow_up, **arguments):
            messages.success(request, _("The follow-up has been changed."))
            return back_to_form(request, default=reverse("cases:follow_ups"))
    trail.record(trail.Verb.VIEWED, follow_up)
    return _page(request, case, "cases/follow_ups/edit.html", form=form, follow_up=follow_up)


@require_POST
@with_case("view_case")
def finish(request: ActingRequest, case: Case, follow_up_id: UUID) -> HttpResponse:
    """Done; or not done after all."""
    done = "again" not in request.POST
    finish_follow_up(_hers(request, case, follow_up_id), case=case, by=request.membership, done=done)
    sentence = _("The follow-up is done.") if done else _("The follow-up is open again.")
    return _changed(request, case, sentence)


def _hers(request: ActingRequest, case: Case, follow_up_id: UUID) -> FollowUp:
    own = FollowUp.objects.visible_to(request.membership).select_related("case")
    return get_object_or_404(own, pk=follow_up_id, case=case)


def _changed(request: ActingRequest, case: Case, sentence: str) -> HttpResponse:
    if request.htmx:
        box = FollowUpBox(case, reader=request.membership, short=ShortForm(request).anew())
        return render(request, "cases/follow_ups/box.html", {"follow_up_box": box, "sentence": sentence})
    messages.success(request, sentence)
    default = reverse("cases:detail", kwargs={"case_id": case.pk})
    return back_to_form(request, default=default, anchor="#follow-ups")


def _page(
    request: ActingRequest, case: Case, template: str, *, form: FollowUpForm, **rest: object
) -> HttpResponse:
    status = status_of(form)
    if request.htmx and "follow_up_box" in rest:
        return render(request, "cases/follow_ups/box.html", rest, status=status)
    overview = CaseOverview(case, reader=request.membership)
    context = {"case": case, "overview": overview, "tab": "overview", "form": form, **rest}
    return render(request, template, context, status=status)
