"""Acting for a membership of the demo on one of its days."""

from collections.abc import Iterator
from contextlib import contextmanager

from agencies.models import Membership
from audit import trail
from cases.demo.person import day
from core.acting import acting


def member(key: str, agency: str) -> Membership:
    """The membership of a demo account or colleague in an agency."""
    found = Membership.objects.select_related("agency__group", "user")
    return found.get(user__email__startswith=f"{key}@", agency__short_name=agency)


@contextmanager
def as_of(membership: Membership, on: int) -> Iterator[None]:
    """Act for a membership on a day counted from today."""
    with acting(membership.agency_id, on=day(on)), trail.acted_by(membership.as_actor(channel="command")):
        yield
