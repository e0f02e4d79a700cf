"""Periods drawn as lines below each other on one axis of days: how long each lasts, and a second end beside the first.

Places along the axis are shares of the width, so that the picture fits any width and its letters keep their size.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# Heights in pixels: of one period with its two lines of text, and of the axis with its years.
ROW = 72
AXIS = 28
LETTERS = 40
YEARS_AT_MOST = 6
# An open end is drawn so many days beyond the last known one.
BEYOND = 180


@dataclass(frozen=True, slots=True)
class Span:
    """A period: its name, what is said below it, its days, and the second end."""

    label: str
    note: str
    first: date | None
    last: date | None
    other_end: date | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A period at its place; shares of the width in percent, heights in pixels."""

    label: str
    note: str
    y: int
    left: float
    width: float
    is_open_left: bool
    is_open_right: bool
    other_end: float | None
    other_left: float = 0
    other_width: float = 0


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on the axis."""

    left: float
    label: str


@dataclass(frozen=True, slots=True)
class PeriodPicture:
    """All that the drawing needs."""

    height: int
    bars: list[Bar]
    years: list[Tick]
    today: float


class _Axis:
    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.days = max((last - first).days, 1)

    def share(self, day: date) -> float:
        return round(100 * min(max((day - self.first).days / self.days, 0), 1), 2)


def period_picture(spans: Sequence[Span], *, today: date) -> PeriodPicture:
    """The spans in their order, the first on top, with the years and today."""
    known = [day for span in spans for day in (span.first, span.last, span.other_end) if day]
    is_open = any(span.last is None for span in spans)
    last = max([*known, today])
    axis = _Axis(_moved(min([*known, today]), -BEYOND // 6), _moved(last, BEYOND if is_open else BEYOND // 6))
    bars = [_bar(span, axis, y=AXIS + number * ROW) for number, span in enumerate(spans)]
    return PeriodPicture(
        height=AXIS + len(spans) * ROW, bars=bars, years=_years(axis), today=axis.share(today)
    )


def _moved(day: date, days: int) -> date:
    """Never beyond the calendar's own ends."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _bar(span: Span, axis: _Axis, *, y: int) -> Bar:
    left = axis.share(span.first) if span.first else 0
    right = axis.share(_moved(span.last, 1)) if span.last else 100
    other = axis.share(_moved(span.other_end, 1)) if span.other_end else None
    beyond = (min(other, right), round(abs(other - right), 2)) if other is not None and span.last else (0, 0)
    return Bar(
        label=textwrap.shorten(span.label, LETTERS, placeholder=" …"),
        note=span.note,
        y=y,
        left=left,
        width=max(round(right - left, 2), 0.6),
        is_open_left=span.first is None,
        is_open_right=span.last is None,
        other_end=other,
        other_left=beyond[0],
        other_width=beyond[1],
    )


def _years(axis: _Axis) -> list[Tick]:
    last = axis.first + timedelta(days=axis.days)
    years = list(range(axis.first.year + 1, last.year + 1))
    step = -(-len(years) // YEARS_AT_MOST) or 1
    ticks = [Tick(axis.share(date(year, 1, 1)), str(year)) for year in years[::step]]
    # A label at the very end would be cut.
    return [tick for tick in ticks if tick.left < 90]
