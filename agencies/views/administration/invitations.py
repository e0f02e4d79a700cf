"""Open invitations: sending again, withdrawing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agencies.acting_request import ActingRequest
from agencies.actions.resend_invitation import resend_invitation
from agencies.actions.withdraw_invitation import withdraw_invitation
from agencies.permissions import administered_agency, administered_invitation
from agencies.site import site_of
from core.refusal import Refusal


@require_POST
def resend(request: ActingRequest, agency_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Another mail with a new link."""
    agency = administered_agency(agency_id, by=request.membership)
    invitation = administered_invitation(invitation_id, of=agency)
    try:
        resend_invitation(invitation, site=site_of(request), by=request.membership)
        messages.success(request, _("The invitation has been sent again; the earlier link no longer counts."))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("administration:agency", agency_id=agency.pk)


@require_POST
def withdraw(request: ActingRequest, agency_id: UUID, invitation_id: UUID) -> HttpResponse:
    """The link no longer counts."""
    agency = administered_agency(agency_id, by=request.membership)
    invitation = administered_invitation(invitation_id, of=agency)
    try:
        withdraw_invitation(invitation, by=request.membership)
        messages.success(request, _("The invitation has been withdrawn."))
    except Refusal as refusal:
        messages.error(request, refusal.sentence)
    return redirect("administration:agency", agency_id=agency.pk)
