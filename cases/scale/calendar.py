"""Days of the seeded years, counted from the first one and ready to be written."""

from datetime import date, timedelta
from random import Random

from cases.scale.shape import OLDEST

YEARS = 10
SPAN = YEARS * 365
AHEAD = 400

# The oldest cases rested since these first days, before anything happened in another case.
QUIET = 30


class Calendar:
    """Day 0 is the first, day `SPAN` is the day of seeding."""

    def __init__(self, today: date) -> None:
        self.first = today - timedelta(days=SPAN)
        self.days = [(self.first + timedelta(days=day)).isoformat() for day in range(SPAN + AHEAD)]

    def opening(self, index: int, *, of: int) -> int:
        """The day on which a case is taken up: one after the other, evenly."""
        return index if index in OLDEST else QUIET + index * (SPAN - QUIET) // of

    def moment(self, day: int, rnd: Random) -> str:
        """Some time within a day, before seeding."""
        microseconds = int(rnd.random() * 86_400_000_000)
        seconds, fraction = divmod(microseconds, 1_000_000)
        minutes, second = divmod(seconds, 60)
        return f"{self.days[min(day, SPAN - 1)]} {minutes // 60:02}:{minutes % 60:02}:{second:02}.{fraction:06}+00"
