"""Members of an agency: inviting, roles, the end."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from agencies.acting_request import ActingRequest
from agencies.actions.change_roles import change_roles
from agencies.actions.end_membership import end_membership
from agencies.actions.invite import invite
from agencies.forms.member import EndMembershipForm, InviteForm, MemberForm
from agencies.permissions import administered_agency, administered_member
from agencies.site import site_of
from core.forms.refused import refused
from core.forms.sent_form import sent_data, status_of
from core.kept_text import refilled


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: ActingRequest, agency_id: UUID) -> HttpResponse:
    """Invite somebody by mail."""
    agency = administered_agency(agency_id, by=request.membership)
    form = refilled(InviteForm(sent_data(request), by=request.membership), request)
    if form.is_valid():
        arguments = {"invited": form.invited(), "site": site_of(request), "by": request.membership}
        if not refused(form, invite, agency, **arguments):
            messages.success(request, _("The invitation is on its way. The link counts for seven days."))
            return redirect("administration:agency", agency_id=agency.pk)
    context = {"form": form, "agency": agency, "tab": "agencies"}
    return render(request, "agencies/administration/invite.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: ActingRequest, agency_id: UUID, member_id: UUID) -> HttpResponse:
    """Roles and telephone of a member."""
    agency = administered_agency(agency_id, by=request.membership)
    member = administered_member(member_id, of=agency)
    form = refilled(MemberForm(sent_data(request), membership=member, by=request.membership), request)
    if form.is_valid() and not refused(form, change_roles, member, by=request.membership, **form.change()):
        messages.success(request, _("The changes have been saved. They count from the next click on."))
        return redirect("administration:agency", agency_id=agency.pk)
    is_hers = member.user_id == request.membership.user_id
    context = {"form": form, "agency": agency, "member": member, "is_hers": is_hers, "tab": "agencies"}
    return render(request, "agencies/administration/member.html", context, status=status_of(form))


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActingRequest, agency_id: UUID, member_id: UUID) -> HttpResponse:
    """End a membership, at once or on a day."""
    agency = administered_agency(agency_id, by=request.membership)
    member = administered_member(member_id, of=agency)
    form = refilled(EndMembershipForm(sent_data(request)), request)
    if form.is_valid():
        data = form.cleaned_data
        arguments = {"reason": data["reason"], "on": data["ends_on"], "by": request.membership}
        if not refused(form, end_membership, member, **arguments):
            messages.success(request, _("The membership of %(name)s ends.") % {"name": member.user.name})
            return redirect("administration:agency", agency_id=agency.pk)
    context = {"form": form, "agency": agency, "member": member, "tab": "agencies"}
    return render(request, "agencies/administration/member_end.html", context, status=status_of(form))
