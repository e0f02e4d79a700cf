"""One day per transaction, so that Python rule, view and policy cannot disagree about what is in force."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

BERLIN = ZoneInfo("Europe/Berlin")

_day: ContextVar[date | None] = ContextVar("day_of_the_transaction", default=None)
_moment: ContextVar[datetime | None] = ContextVar("moment_of_a_story", default=None)


def today() -> date:
    """The day on which the running transaction decides; outside of one, the day in Berlin."""
    return _day.get() or datetime.now(BERLIN).date()


def now() -> datetime:
    """The present moment, or the one that a story of the demo is told in."""
    return _moment.get() or timezone.now()


@contextmanager
def day_is(day: date) -> Iterator[None]:
    """Hold the day for what runs inside, even past midnight."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)


@contextmanager
def moment_is(moment: datetime) -> Iterator[None]:
    """Tell what runs inside as if it happened at this moment."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
