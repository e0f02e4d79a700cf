"""Which of her memberships a signed-in person acts with; one at a time, chosen in the header."""

from copy import copy
from dataclasses import dataclass

from django.utils.translation import gettext as _

from agencies.acting_request import ActingRequest
from agencies.models import Membership
from agencies.roles import Role

SESSION_KEY = "acting"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the switcher: a membership, and the hat worn with it."""

    value: str
    label: str
    current: bool


def acting_membership(request: ActingRequest) -> Membership | None:
    """The chosen membership if it still counts today, else the first that does."""
    wanted = request.session.get(SESSION_KEY, "")
    options = _options(request)
    chosen = next((option for option in options if value_of(option) == wanted), None)
    return chosen or next(iter(options), None)


def choices(request: ActingRequest) -> list[Choice]:
    """All ways in which the person can act today."""
    current = value_of(request.membership) if request.membership else ""
    return [
        Choice(value=value_of(option), label=label_of(option), current=value_of(option) == current)
        for option in _options(request)
    ]


def choose(request: ActingRequest, value: str) -> Membership | None:
    """Act with another membership from the next request on; None if it is not hers."""
    chosen = next((option for option in _options(request) if value_of(option) == value), None)
    if chosen is not None:
        request.session[SESSION_KEY] = value
    return chosen


def value_of(membership: Membership) -> str:
    """How a form names a membership and hat."""
    return f"{membership.pk}:{membership.hat or ''}"


def label_of(membership: Membership) -> str:
    """The agency and the roles, as the switcher shows them."""
    roles = ", ".join(str(Role(role).label) for role in sorted(membership.acting_roles))
    return _("%(agency)s, %(roles)s") % {"agency": membership.agency.short_name, "roles": roles}


def _options(request: ActingRequest) -> list[Membership]:
    if not hasattr(request, "acting_options"):
        memberships = Membership.objects.in_force().filter(user=request.user)
        memberships = memberships.select_related("agency__group", "agency__carrier", "user")
        request.acting_options = [_with_hat(m, hat) for m in memberships for hat in m.hats]
    return request.acting_options


def _with_hat(membership: Membership, hat: str | None) -> Membership:
    worn = copy(membership)
    worn.hat = hat
    return worn
