"""Views of the list that somebody keeps under a name."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from agencies.acting_request import ActingRequest
from agencies.permissions import require_role
from cases.actions.forget_filter import forget_filter
from cases.actions.keep_filter import keep_filter
from cases.forms.case_filter import CaseFilterForm
from cases.forms.saved_filter import SavedFilterForm
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled
from core.see_other import see_other


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """Keep what is chosen, as the address says it."""
    require_role(request.membership, "view_case")
    chosen = CaseFilterForm(request.GET, by=request.membership)
    form = refilled(SavedFilterForm(sent_data(request)), request)
    address = f"{reverse('cases:list')}?{urlencode(chosen.to_keep)}"
    if form.is_valid() and not refused(
        form, lambda: keep_filter(chosen=chosen.to_keep, by=request.membership, **form.cleaned_data)
    ):
        messages.success(request, _("The view has been kept."))
        return see_other(address)
    context = {"form": form, "chosen": chosen, "address": address}
    return render(request, "cases/filters/new.html", context, status=status_of(form))


@require_POST
def forget(request: ActingRequest, filter_id: UUID) -> HttpResponse:
    """Delete a kept view."""
    require_role(request.membership, "view_case")
    forget_filter(filter_id, by=request.membership)
    messages.success(request, _("The view has been deleted."))
    return see_other("cases:list")
