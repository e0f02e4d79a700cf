"""Sending an invitation again, with a new link; the earlier one no longer counts."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import AccessInvitation, InvitationState, Membership
from agencies.notifications import mail_invitation
from agencies.permissions import administered_agency
from audit import trail
from core.refusal import Refusal


@transaction.atomic
def resend_invitation(invitation: AccessInvitation, *, site: str, by: Membership) -> AccessInvitation:
    """Post the mail anew, for another seven days; also when it had expired.

    Raises Refusal when it was accepted or withdrawn, and when the time of the membership is over.
    """
    administered_agency(invitation.agency_id, by=by)
    invitation = locked(invitation)
    token = invitation.new_token()
    if invitation.state != InvitationState.OPEN:
        raise Refusal(_("This invitation cannot be sent again. Please invite the person anew."))
    invitation.save(update_fields=["token_hash", "expires_at"])
    mail_invitation(invitation, token=token, site=site)
    trail.record(trail.Verb.CHANGED, invitation)
    return invitation


def locked(invitation: AccessInvitation) -> AccessInvitation:
    """The invitation as it stands now, kept from everybody else until the end of the transaction."""
    invitations = AccessInvitation.objects.select_related("agency").select_for_update(of=("self",))
    return invitations.get(pk=invitation.pk)
