"""Carriers: the list, adding, renaming."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from agencies.acting_request import ActingRequest
from agencies.actions.add_carrier import add_carrier
from agencies.actions.rename_carrier import rename_carrier
from agencies.administered_lists import carriers, chosen, page_of
from agencies.forms.agency import CarrierFilterForm, CarrierForm
from agencies.models import Carrier
from agencies.permissions import require_central
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """All carriers."""
    require_central(request.membership)
    form = CarrierFilterForm(request.GET)
    narrowed_to = chosen(form)
    page = page_of(carriers(narrowed_to=narrowed_to), request.GET.get("page"))
    context = {"form": form, "page": page, "is_narrowed": bool(narrowed_to), "tab": "carriers"}
    return render(request, "agencies/administration/carriers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """Add a carrier."""
    require_central(request.membership)
    form = refilled(CarrierForm(sent_data(request)), request)
    if form.is_valid():
        name = form.cleaned_data["name"]
        if not refused(form, add_carrier, name, by=request.membership):
            messages.success(request, _("%(carrier)s has been added.") % {"carrier": name})
            return redirect("administration:carriers")
    context = {"form": form, "tab": "carriers"}
    return render(request, "agencies/administration/carrier_form.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ActingRequest, carrier_id: UUID) -> HttpResponse:
    """Rename a carrier."""
    require_central(request.membership)
    carrier = get_object_or_404(Carrier, pk=carrier_id)
    form = refilled(CarrierForm(sent_data(request), initial={"name": carrier.name}), request)
    if form.is_valid() and not refused(
        form, rename_carrier, carrier, by=request.membership, **form.cleaned_data
    ):
        messages.success(request, _("The changes have been saved."))
        return redirect("administration:carriers")
    context = {"form": form, "carrier": carrier, "tab": "carriers"}
    return render(request, "agencies/administration/carrier_form.html", context, status=status_of(form))
