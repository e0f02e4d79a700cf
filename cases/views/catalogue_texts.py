"""Writing, checking and ending a text of a catalogue."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from cases.actions.check_catalogue_text import check_catalogue_text
from cases.actions.end_catalogue_text import end_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.catalogue_reading import TextReading
from cases.catalogues import catalogue_called, path_of
from cases.forms.catalogue import FORMS, CheckForm, EndForm
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.see_other import see_other

EDIT = "edit_catalogues"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest, catalogue: str) -> HttpResponse:
    """Begin a new entry."""
    require_role(request.membership, EDIT)
    shown = catalogue_called(catalogue)
    if not shown.new:
        raise PermissionDenied
    form = refilled(FORMS[shown.model](sent_data(request), text=None), request)
    if form.is_valid():
        text = form.text()
        if not refused(form, write_catalogue_text, text, by=request.membership):
            messages.success(request, _("Saved. Another person is asked to check the text."))
            return see_other(path_of(text))
    context = {"catalogue": shown, "form": form}
    return render(request, "cases/catalogues/form.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ActingRequest, catalogue: str, text_id: UUID) -> HttpResponse:
    """Write the next version."""
    require_role(request.membership, EDIT)
    shown = catalogue_called(catalogue)
    reading = TextReading(shown, shown.text(text_id), reader=request.membership)
    before = reading.newest
    form = refilled(FORMS[shown.model](sent_data(request), text=before), request)
    if form.is_valid():
        text, seen = form.text(), form.seen
        if not refused(form, write_catalogue_text, text, instead_of=before, seen=seen, by=request.membership):
            messages.success(request, _("Saved as a new version. Another person is asked to check it."))
            return see_other(path_of(text))
    context = {"catalogue": shown, "form": form, "text": before}
    return render(request, "cases/catalogues/form.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: ActingRequest, catalogue: str, text_id: UUID) -> HttpResponse:
    """Say that a second person has compared it with its source."""
    require_role(request.membership, EDIT)
    shown = catalogue_called(catalogue)
    reading = TextReading(shown, shown.text(text_id), reader=request.membership)
    form = refilled(CheckForm(sent_data(request), initial={"against": reading.text.source}), request)
    if form.is_valid():
        against = form.cleaned_data["against"]
        if not refused(form, check_catalogue_text, reading.text, against=against, by=request.membership):
            messages.success(request, _("The text is checked."))
            return see_other(path_of(reading.text))
    context = {"catalogue": shown, "form": form, "text": reading.text, "reading": reading}
    return render(request, "cases/catalogues/check.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActingRequest, catalogue: str, text_id: UUID) -> HttpResponse:
    """Say from when on it counts no longer."""
    require_role(request.membership, EDIT)
    shown = catalogue_called(catalogue)
    text = shown.text(text_id)
    form = refilled(EndForm(sent_data(request), initial={"valid_until": text.valid_until}), request)
    if form.is_valid():
        on = form.cleaned_data["valid_until"]
        if not refused(form, end_catalogue_text, text, on=on, by=request.membership):
            messages.success(request, _("The end has been noted."))
            return see_other(path_of(text))
    context = {"catalogue": shown, "form": form, "text": text}
    return render(request, "cases/catalogues/end.html", context, status=status_of(form))
