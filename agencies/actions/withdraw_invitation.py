"""Withdrawing an invitation: its link no longer counts."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.actions.resend_invitation import locked
from agencies.models import AccessInvitation, Membership
from agencies.permissions import administered_agency
from audit import trail
from core.refusal import Refusal


@transaction.atomic
def withdraw_invitation(invitation: AccessInvitation, *, by: Membership) -> AccessInvitation:
    """At once; withdrawn twice is withdrawn.

    Raises Refusal when it was accepted: then the membership has to be ended.
    """
    administered_agency(invitation.agency_id, by=by)
    invitation = locked(invitation)
    if invitation.accepted_at is not None:
        raise Refusal(_("The invitation has been accepted. Please end the membership instead."))
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        trail.record(trail.Verb.REMOVED, invitation)
    return invitation
