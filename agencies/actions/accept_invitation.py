"""Accepting an invitation: the link is used up, and the membership is there."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.actions.invite import is_member
from agencies.actions.resend_invitation import locked
from agencies.models import AccessInvitation, Membership, User
from agencies.roles import ACTED_IN_ALONE
from audit import trail
from core.acting import acting
from core.one_at_a_time import one_at_a_time
from core.refusal import Refusal
from core.today import today


@dataclass(frozen=True, kw_only=True, slots=True)
class NewAccount:
    """What somebody without an account sets."""

    name: str
    password: str


class NoLongerOpen(Exception):
    """The link was used, withdrawn or has expired in the meantime."""


@transaction.atomic
def accept_invitation(
    invitation: AccessInvitation, *, user: User | None = None, account: NewAccount | None = None
) -> Membership:
    """Make the membership, and the account where the address has none; `user` is whoever has signed in.

    Raises NoLongerOpen when the link no longer counts, Refusal when somebody else is signed in, when the address has
    an account and nobody has signed in, and when she is a member already.
    """
    invitation = locked(invitation)
    if not invitation.is_open:
        raise NoLongerOpen
    _refuse_power_that_ended(invitation)
    one_at_a_time(f"invitation {invitation.email}")
    known = User.objects.filter(email=invitation.email).first()
    user = _person(invitation, known=known, user=user, account=account)
    if is_member(user, agency=invitation.agency):
        raise Refusal(_("You belong to this agency already."))
    membership = _membership(invitation, user=user)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    with (
        acting(invitation.agency_id, person_id=membership.user_id),
        trail.acted_by(membership.as_actor(channel="page")),
    ):
        if known is None:
            trail.record(trail.Verb.CREATED, user)
        trail.record(trail.Verb.CREATED, membership)
    return membership


def _refuse_power_that_ended(invitation: AccessInvitation) -> None:
    """Whoever is no longer a central administrator leaves no successor of her own choice behind."""
    watching = ACTED_IN_ALONE & set(invitation.roles)
    inviters = Membership.objects.in_force().filter(pk=invitation.invited_by_id, central=True)
    if watching and not inviters.exists():
        raise Refusal(_("Whoever invited you may no longer give these roles. Please ask to be invited anew."))


def _person(
    invitation: AccessInvitation, *, known: User | None, user: User | None, account: NewAccount | None
) -> User:
    if user is not None and user != known:
        raise Refusal(_("This invitation is for somebody else than you are signed in as."))
    if known is None:
        if account is None:
            raise Refusal(_("Please set a password."))
        return User.objects.create_user(invitation.email, name=account.name, password=account.password)
    if user is None:
        raise Refusal(_("There is an account for this address. Please sign in first."))
    return known


def _membership(invitation: AccessInvitation, *, user: User) -> Membership:
    whose = {
        "user": user,
        "agency": invitation.agency,
        "starts_on": max(invitation.starts_on, today()),
    }
    offered = {"roles": invitation.roles, "central": invitation.central, "ends_on": invitation.ends_on}
    # Whoever left and comes back on one day goes on with the membership of that day.
    membership = Membership.objects.filter(**whose).first()
    if membership is None:
        return Membership.objects.create(**whose, **offered)
    for name, value in offered.items():
        setattr(membership, name, value)
    membership.save(update_fields=offered)
    return membership
