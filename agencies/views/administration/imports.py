"""Agencies from a file: choose it, look at what would happen, take it over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from agencies.acting_request import ActingRequest
from agencies.actions.import_agencies import import_agencies
from agencies.agency_file import HEADINGS, AgencyFile, read_agencies, text_of
from agencies.forms.agency_upload import TakeOverForm, UploadForm
from agencies.models import AgencyKind, LegalKind
from agencies.permissions import require_central
from core.forms.sent_form import status_of
from core.refusal import Refusal


@require_safe
def new(request: ActingRequest) -> HttpResponse:
    """Choose a file."""
    require_central(request.membership)
    return _choose(request, UploadForm())


@require_POST
def preview(request: ActingRequest) -> HttpResponse:
    """What the file would do, line by line; nothing is written yet."""
    require_central(request.membership)
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _choose(request, form)
    try:
        found = read_agencies(text_of(form.cleaned_data["file"].read()))
    except Refusal as refusal:
        form.add_error("file", refusal.sentence)
        return _choose(request, form)
    return _show(request, found)


@require_POST
def take_over(request: ActingRequest) -> HttpResponse:
    """Do what was shown; if it would be something else by now, show that."""
    require_central(request.membership)
    form = TakeOverForm(request.POST)
    if not form.is_valid():
        return _choose(request, UploadForm({}))
    text, seen = form.cleaned_data["text"], form.cleaned_data["seen"]
    try:
        found = import_agencies(text, seen=seen, by=request.membership)
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
        return redirect("administration:import")
    counts = {"new": found.new_count, "changed": found.changed_count}
    messages.success(request, _("Taken over: %(new)d new, %(changed)d changed.") % counts)
    return redirect("administration:agencies")


def _choose(request: ActingRequest, form: UploadForm) -> HttpResponse:
    context = {
        "form": form,
        "headings": HEADINGS,
        "kinds": AgencyKind.choices,
        "legal_kinds": LegalKind.choices,
        "tab": "import",
    }
    status = status_of(form)
    return render(request, "agencies/administration/import.html", context, status=status)


def _show(request: ActingRequest, found: AgencyFile) -> HttpResponse:
    form = TakeOverForm(initial={"text": found.text, "seen": found.fingerprint})
    context = {"found": found, "form": form, "tab": "import"}
    status = 422 if found.problems else 200
    return render(request, "agencies/administration/import_preview.html", context, status=status)
