"""A request as it comes to a view: somebody acts, for one agency."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from agencies.models import Membership, User


class ActingRequest(HttpRequest):
    """What the middleware adds; names only, for readers and the type checker.

    Where nobody acts (anonymous, or a user without a membership today) `membership` is None; views ask a guard of
    `permissions.py` first, which refuses that.
    """

    user: User
    membership: Membership
    acting_options: list[Membership]
    htmx: HtmxDetails
