"""Changing what a member may do for the agency, and her telephone."""

from collections.abc import Iterable
from uuid import uuid4

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.actions.notify import notify
from agencies.administration import (
    refuse_central,
    refuse_herself,
    refuse_watching_roles,
    refuse_without_successor,
)
from agencies.models import Membership, NotificationKind
from agencies.permissions import administered_agency
from agencies.roles import Role
from audit import trail
from core.refusal import Refusal
from core.today import today

COLUMNS = ["roles", "central", "telephone"]


@transaction.atomic
def change_roles(
    membership: Membership,
    *,
    roles: Iterable[str],
    telephone: str,
    by: Membership,
    central: bool | None = None,
) -> Membership:
    """It counts from her next click on; `central` is left as it is unless it is given.

    Raises Refusal for her own membership, one that has ended, roles that she may not give or take, and the last
    central administrator.
    """
    administered_agency(membership.agency_id, by=by)
    membership = locked_member(membership)
    refuse_herself(membership.user_id, by=by)
    new = sorted(set(roles))
    if not new:
        raise Refusal(_("Please choose at least one role."), field="roles")
    stays = membership.central and Role.ACCESS_ADMINISTRATOR in new
    central = stays if central is None else central
    refuse_watching_roles(new, held=membership.roles, by=by, field="roles")
    refuse_central(central=central, roles=new, by=by, was=membership.central)
    if not central:
        refuse_without_successor([membership])
    changed = (new, central) != (sorted(membership.roles), membership.central)
    membership.roles, membership.central, membership.telephone = new, central, telephone
    membership.save(update_fields=COLUMNS)
    trail.record(trail.Verb.CHANGED, membership)
    if changed:
        tell_access_changed(membership, by=by)
    return membership


def locked_member(membership: Membership) -> Membership:
    """The membership as it stands now, if it has not ended.

    Raises Refusal for one that has: whoever comes back is invited.
    """
    members = Membership.objects.select_related("user", "agency").select_for_update(of=("self",))
    found = members.get(pk=membership.pk)
    if found.ends_on is not None and found.ends_on <= today():
        raise Refusal(_("This membership has ended. Whoever comes back is invited anew."))
    return found


def tell_access_changed(membership: Membership, *, by: Membership) -> None:
    """A notice for her; each change is an event of its own."""
    notify(NotificationKind.ACCESS_CHANGED, to=[membership], about=uuid4(), path=reverse("roles"), by=by)
