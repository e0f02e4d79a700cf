"""Catalogues: what there is, what waits for a check, one catalogue, one text. Everybody who acts may read them."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agencies.acting_request import ActingRequest
from agencies.models import Membership
from cases.catalogue_list import texts_of
from cases.catalogue_reading import TextReading
from cases.catalogues import CATALOGUES, catalogue_called, state_of
from cases.forms.catalogue import CatalogueFilterForm


def reader_of(request: ActingRequest) -> Membership:
    """With which membership she reads; raises PermissionDenied without one."""
    if request.membership is None:
        raise PermissionDenied
    return request.membership


@require_safe
def overview(request: ActingRequest) -> HttpResponse:
    """All catalogues, and how they stand."""
    reader = reader_of(request)
    states = [state_of(catalogue, reader=reader) for catalogue in CATALOGUES]
    may_edit = reader.allows("edit_catalogues")
    context = {"states": states, "may_edit": may_edit, "for_her": sum(state.for_her for state in states)}
    return render(request, "cases/catalogues/overview.html", context)


@require_safe
def index(request: ActingRequest, catalogue: str) -> HttpResponse:
    """The texts of one catalogue."""
    reader, shown = reader_of(request), catalogue_called(catalogue)
    form = CatalogueFilterForm(request.GET)
    context = {
        "catalogue": shown,
        "form": form,
        "texts": texts_of(shown, **form.chosen),
        "state": form.chosen.get("state", ""),
        "may_edit": reader.allows("edit_catalogues"),
    }
    return render(request, "cases/catalogues/index.html", context)


@require_safe
def detail(request: ActingRequest, catalogue: str, text_id: UUID) -> HttpResponse:
    """One version of a text, what changed with it, and the versions before and after."""
    reader, shown = reader_of(request), catalogue_called(catalogue)
    reading = TextReading(shown, shown.text(text_id), reader=reader)
    context = {"catalogue": shown, "text": reading.text, "reading": reading}
    return render(request, "cases/catalogues/detail.html", context)
