"""Guards of views and interface: what the acting roles may do at all."""

from django.core.exceptions import PermissionDenied

from agencies.models import Membership


def require_role(membership: Membership | None, codename: str) -> None:
    """Raise PermissionDenied when nobody acts, or the acting roles may not do this at all."""
    if membership is None or not membership.allows(codename):
        raise PermissionDenied
