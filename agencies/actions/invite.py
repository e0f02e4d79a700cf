"""Inviting somebody into an agency by mail."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.administration import refuse_central, refuse_watching_roles
from agencies.mailbox import same_mailbox
from agencies.models import AccessInvitation, Agency, Membership, User
from agencies.notifications import mail_invitation
from agencies.permissions import administered_agency
from audit import trail
from core.one_at_a_time import one_at_a_time
from core.refusal import Refusal
from core.today import today


@dataclass(frozen=True, kw_only=True, slots=True)
class Invited:
    """Who is to come, in which roles, from when until when."""

    name: str
    email: str
    roles: list[str]
    starts_on: date
    ends_on: date | None = None
    central: bool = False

    @property
    def address(self) -> str:
        """The address as accounts are found by it."""
        return self.email.strip().lower()


@transaction.atomic
def invite(agency: Agency, *, invited: Invited, site: str, by: Membership) -> AccessInvitation:
    """Note the invitation and post the mail with its link; `site` is where the pages are reached.

    Raises Refusal for her own address, a member of the agency, an address that is invited already, a closed account
    or agency, roles that she may not give, and days in the past or in the wrong order.
    """
    agency = administered_agency(agency.pk, by=by)
    one_at_a_time(f"invitation {invited.address}")
    _refuse_address(invited.address, agency=agency, by=by)
    refuse_watching_roles(invited.roles, by=by, field="roles")
    refuse_central(central=invited.central, roles=invited.roles, by=by)
    _refuse_days(invited)
    _forget_expired(invited.address, agency=agency)
    invitation = AccessInvitation(
        agency=agency,
        email=invited.address,
        name=invited.name,
        roles=sorted(set(invited.roles)),
        central=invited.central,
        starts_on=invited.starts_on,
        ends_on=invited.ends_on,
        invited_by=by,
    )
    token = invitation.new_token()
    invitation.save(force_insert=True)
    mail_invitation(invitation, token=token, site=site)
    trail.record(trail.Verb.CREATED, invitation)
    return invitation


def _refuse_address(address: str, *, agency: Agency, by: Membership) -> None:
    if not agency.active:
        raise Refusal(_("This agency is closed. Please open it again first."))
    if '"' in address:
        raise Refusal(_("Please write the address without quotation marks."), field="email")
    user = User.objects.filter(email=address).first()
    if same_mailbox(address, by.user.email):
        raise Refusal(_("You cannot invite yourself. Please ask another administrator."), field="email")
    if user and not user.is_active:
        raise Refusal(_("The account of this address is closed."), field="email")
    if user and is_member(user, agency=agency):
        raise Refusal(_("This address belongs to a member of the agency already."), field="email")


def is_member(user: User, *, agency: Agency) -> bool:
    """Whether she works for the agency today, or will."""
    lasting = Q(ends_on=None) | Q(ends_on__gt=today())
    return Membership.objects.filter(lasting, agency=agency, user=user).exists()


def _refuse_days(invited: Invited) -> None:
    if invited.starts_on < today():
        raise Refusal(_("The first day lies in the past."), field="starts_on")
    if invited.ends_on is not None and invited.ends_on <= invited.starts_on:
        raise Refusal(_("The membership ends before it begins."), field="ends_on")


def _forget_expired(address: str, *, agency: Agency) -> None:
    """One that has expired makes room; one that is open is sent again instead."""
    earlier = AccessInvitation.objects.unanswered().select_for_update(of=("self",)).select_related("agency")
    for invitation in earlier.filter(agency=agency, email=address):
        if invitation.is_open:
            raise Refusal(
                _("This address has been invited already. You can send the invitation again."), field="email"
            )
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
