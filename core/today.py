"""One day per transaction, so that Python rule, view and policy cannot disagree about what is in force."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")

_day: ContextVar[date | None] = ContextVar("day_of_the_transaction", default=None)


def today() -> date:
    """The day on which the running transaction decides; outside of one, the day in Berlin."""
    return _day.get() or datetime.now(BERLIN).date()


@contextmanager
def day_is(day: date) -> Iterator[None]:
    """Hold the day for what runs inside, even past midnight."""
    token = _day.set(day)
    try:
        yield
    finally:
        _day.reset(token)
