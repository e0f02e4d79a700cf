"""Words about memberships."""

from collections.abc import Iterable

from django import template

from agencies.models import Membership
from agencies.roles import Role
from core.today import today

register = template.Library()


@register.filter
def role_names(roles: Iterable[str]) -> str:
    """The roles in their fixed order, as people call them."""
    held = set(roles)
    return ", ".join(str(role.label) for role in Role if role in held)


@register.filter
def is_over(membership: Membership) -> bool:
    """Whether its last day has passed."""
    return membership.ends_on is not None and membership.ends_on <= today()
