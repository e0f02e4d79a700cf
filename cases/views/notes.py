"""Notes of a case: their list, writing one in seconds, correcting one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from audit import trail
from cases.actions.correct_note import correct_note
from cases.actions.take_note import take_note
from cases.boxes import NoteBox
from cases.forms.note import NoteForm
from cases.models import Case, Note
from cases.overview import CaseOverview
from cases.short_form import ShortForm
from cases.views.scope import with_case
from cases.views.writing import sent
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.keyset import Position, page_of_rows
from core.see_other import back_to_form, see_other

PAGE_SIZE = 25


@require_safe
@with_case("view_case")
def index(request: ActingRequest, case: Case) -> HttpResponse:
    """The notes of her agency, the latest first."""
    position = Position.from_token(request.GET.get("position", ""))
    notes = Note.objects.visible_to(request.membership).filter(case=case).select_related("author__user")
    page = page_of_rows(notes, by="at", size=PAGE_SIZE, position=position)
    trail.record(trail.Verb.VIEWED, case)
    context = {
        "case": case,
        "overview": CaseOverview(case, reader=request.membership),
        "tab": "notes",
        "page": page,
        "rows": [(note, note.may_be_corrected_by(request.membership)) for note in page.rows],
        "may_write": request.membership.may("change_case", case),
    }
    return render(request, "cases/notes/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def new(request: ActingRequest, case: Case) -> HttpResponse:
    """Write a note: from the box beside the case, or on a page of its own."""
    short, form = ShortForm(request), NoteForm(sent_data(request))

    def store() -> HttpResponse:
        take_note(case, by=request.membership, key=short.key, **form.cleaned_data)
        return _written(request, case)

    def made(key: UUID) -> HttpResponse | None:
        there = Note.objects.visible_to(request.membership).filter(pk=key, case=case).exists()
        return _written(request, case) if there else None

    if response := sent(form, short, store=store, made=made):
        return response
    trail.record(trail.Verb.VIEWED, case)
    return _page(request, case, form=form, short=short)


@require_http_methods(["GET", "HEAD", "POST"])
@with_case("change_case")
def edit(request: ActingRequest, case: Case, note_id: UUID) -> HttpResponse:
    """Correct a note of hers until the end of the day."""
    notes = Note.objects.visible_to(request.membership).select_related("author", "case")
    note = get_object_or_404(notes, pk=note_id, case=case)
    if not note.may_be_corrected_by(request.membership):
        raise PermissionDenied
    initial = {"text": note.text, "spoke_with": note.spoke_with}
    form = refilled(NoteForm(sent_data(request), initial=initial), request)
    if form.is_valid() and not refused(
        form, correct_note, note, case=case, by=request.membership, **form.cleaned_data
    ):
        messages.success(request, _("The note has been corrected."))
        return see_other("cases:notes", case_id=case.pk)
    trail.record(trail.Verb.VIEWED, note)
    overview = CaseOverview(case, reader=request.membership)
    context = {"case": case, "form": form, "note": note, "overview": overview, "tab": "notes"}
    return render(request, "cases/notes/edit.html", context, status=status_of(form))


def _written(request: ActingRequest, case: Case) -> HttpResponse:
    if request.htmx:
        box = NoteBox(case, reader=request.membership, short=ShortForm(request).anew())
        return render(request, "cases/notes/box.html", {"note_box": box, "written": True})
    messages.success(request, _("The note has been saved."))
    default = reverse("cases:detail", kwargs={"case_id": case.pk})
    return back_to_form(request, default=default, anchor="#notes")


def _page(request: ActingRequest, case: Case, *, form: NoteForm, short: ShortForm) -> HttpResponse:
    context = {"case": case, "note_box": NoteBox(case, reader=request.membership, short=short, form=form)}
    status = status_of(form)
    if request.htmx:
        return render(request, "cases/notes/box.html", context, status=status)
    context |= {"overview": CaseOverview(case, reader=request.membership), "tab": "notes", "form": form}
    return render(request, "cases/notes/new.html", context, status=status)
