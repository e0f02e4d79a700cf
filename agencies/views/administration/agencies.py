"""Agencies: the list, one of them with its members, adding, changing, closing, opening again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agencies.acting_request import ActingRequest
from agencies.actions.add_agency import add_agency
from agencies.actions.change_agency import change_agency
from agencies.actions.close_agency import close_agency
from agencies.actions.reopen_agency import reopen_agency
from agencies.administered_lists import agencies_for, chosen, invitations_of, members_of, page_of
from agencies.forms.agency import AgencyFilterForm, AgencyForm, CloseForm
from agencies.forms.member import MemberFilterForm
from agencies.permissions import administered_agency, require_central, require_role
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled


@require_safe
def index(request: ActingRequest) -> HttpResponse:
    """The agencies that she administers."""
    require_role(request.membership, "manage_access")
    form = AgencyFilterForm(request.GET)
    narrowed_to = chosen(form)
    page = page_of(agencies_for(request.membership, narrowed_to=narrowed_to), request.GET.get("page"))
    context = {"form": form, "page": page, "is_narrowed": bool(narrowed_to), "tab": "agencies"}
    return render(request, "agencies/administration/agencies.html", context)


@require_safe
def detail(request: ActingRequest, agency_id: UUID) -> HttpResponse:
    """One agency: who works for it, and who is invited."""
    agency = administered_agency(agency_id, by=request.membership)
    form = MemberFilterForm(request.GET)
    narrowed_to = chosen(form)
    context = {
        "agency": agency,
        "form": form,
        "page": page_of(members_of(agency, narrowed_to=narrowed_to), request.GET.get("page")),
        "is_narrowed": bool(narrowed_to),
        "invitations": invitations_of(agency),
        "tab": "agencies",
    }
    return render(request, "agencies/administration/agency.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest) -> HttpResponse:
    """Add an agency."""
    require_central(request.membership)
    form = refilled(AgencyForm(sent_data(request)), request)
    if form.is_valid() and not refused(form, add_agency, form.entry(), by=request.membership):
        name = form.cleaned_data["name"]
        messages.success(request, _("%(agency)s has been added. Now invite its members.") % {"agency": name})
        return redirect("administration:agencies")
    context = {"form": form, "tab": "agencies"}
    return render(request, "agencies/administration/agency_form.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ActingRequest, agency_id: UUID) -> HttpResponse:
    """Change what is said about an agency."""
    require_central(request.membership)
    agency = administered_agency(agency_id, by=request.membership)
    form = refilled(AgencyForm(sent_data(request), agency=agency), request)
    if form.is_valid() and not refused(
        form, change_agency, agency, entry=form.entry(), by=request.membership
    ):
        messages.success(request, _("The changes have been saved."))
        return redirect("administration:agency", agency_id=agency.pk)
    context = {"form": form, "agency": agency, "tab": "agencies"}
    return render(request, "agencies/administration/agency_form.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: ActingRequest, agency_id: UUID) -> HttpResponse:
    """Close an agency, after saying what follows."""
    require_central(request.membership)
    agency = administered_agency(agency_id, by=request.membership)
    form = refilled(CloseForm(sent_data(request)), request)
    if form.is_valid() and not refused(
        form, close_agency, agency, by=request.membership, **form.cleaned_data
    ):
        messages.success(request, _("%(agency)s is closed.") % {"agency": agency.name})
        return redirect("administration:agency", agency_id=agency.pk)
    context = {
        "form": form,
        "agency": agency,
        "member_count": members_of(agency, narrowed_to={}).count(),
        "invitation_count": invitations_of(agency).count(),
        "tab": "agencies",
    }
    return render(request, "agencies/administration/agency_close.html", context, status=status_of(form))


@require_POST
def reopen(request: ActingRequest, agency_id: UUID) -> HttpResponse:
    """Open a closed agency again."""
    require_central(request.membership)
    agency = administered_agency(agency_id, by=request.membership)
    reopen_agency(agency, by=request.membership)
    messages.success(request, _("%(agency)s is open again.") % {"agency": agency.name})
    return redirect("administration:agency", agency_id=agency.pk)
