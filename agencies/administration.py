"""What an access administrator must not do, whichever agency she administers; each rule is stated here once."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from agencies.models import Agency, Membership
from agencies.roles import ACTED_IN_ALONE, Role
from core.refusal import Refusal


def refuse_herself(user_id: object, *, by: Membership, field: str | None = None) -> None:
    """Nobody gives herself access, and nobody takes her own away by mistake."""
    if user_id == by.user_id:
        raise Refusal(_("You cannot change your own access. Please ask another administrator."), field=field)


def refuse_watching_roles(
    roles: Iterable[str], *, held: Iterable[str] = (), by: Membership, field: str | None = None
) -> None:
    """Roles that watch over others are given and taken by the central administration alone."""
    if not by.central and set(held) & ACTED_IN_ALONE != set(roles) & ACTED_IN_ALONE:
        raise Refusal(
            _(
                "The central access administration alone gives and takes access administration and data protection."
            ),
            field=field,
        )


def refuse_central(*, central: bool, roles: Iterable[str], by: Membership, was: bool = False) -> None:
    """Only an access administrator is central, and only a central one makes others so, or no longer so."""
    if central and Role.ACCESS_ADMINISTRATOR not in roles:
        raise Refusal(_("Only an access administrator can be central."), field="central")
    if central != was and not by.central:
        raise Refusal(_("Only a central access administrator can decide this."), field="central")


def refuse_without_successor(leaving: Iterable[Membership]) -> None:
    """One central administrator must remain, for without her nobody could make another.

    The rows are locked, so that two who end each other at the same moment do not both succeed.
    """
    central = {
        each.pk for each in Membership.objects.central().select_for_update(of=("self",)).order_by("pk")
    }
    gone = {each.pk for each in leaving}
    if central & gone and not central - gone:
        raise Refusal(_("This is the last central access administrator. Please name another one first."))


def end_sessions_without_access(memberships: Iterable[Membership]) -> None:
    """Sign out whoever acts for no agency any more."""
    for membership in memberships:
        if not Membership.objects.in_force().filter(user_id=membership.user_id).exists():
            membership.user.end_sessions()


def members_today(agency: Agency) -> list[Membership]:
    """Who has access to the agency today, as it stands before it is closed."""
    return list(Membership.objects.in_force().filter(agency=agency).select_related("user"))
