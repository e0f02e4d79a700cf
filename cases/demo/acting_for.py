"""Acting for a membership of the demo on one of its days."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time

from agencies.models import Membership
from audit import trail
from cases.demo.person import day, known_day
from core.acting import acting
from core.today import BERLIN, moment_is


def member(key: str, agency: str) -> Membership:
    """The membership of a demo account or colleague in an agency."""
    found = Membership.objects.select_related("agency__group", "user")
    return found.get(user__email__startswith=f"{key}@", agency__short_name=agency)


@contextmanager
def as_of(membership: Membership, on: int) -> Iterator[None]:
    """Act for a membership on a day counted from today."""
    who = trail.acted_by(membership.as_actor(channel="command"))
    with (
        acting(membership.agency_id, person_id=membership.user_id, on=day(on)),
        who,
        at_work(on, time(9, 40)),
    ):
        yield


@contextmanager
def at_work(on: int, at: time) -> Iterator[None]:
    """Let it be this time of a day counted from today, unless that is still to come."""
    moment = datetime.combine(known_day(on), at, tzinfo=BERLIN)
    with moment_is(min(moment, datetime.now(BERLIN))):
        yield
