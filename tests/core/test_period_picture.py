"""Periods as lines: any day of the calendar has its place."""

from datetime import date

import pytest

from core.period_picture import Span, period_picture

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("first", "last", "other_end"),
    [
        (date.min, None, None),
        (None, date.max, None),
        (date(2026, 1, 1), date(2026, 12, 31), date.max),
        (date.min, date.max, None),
    ],
)
def test_the_ends_of_the_calendar_are_drawn(
    first: date | None, last: date | None, other_end: date | None
) -> None:
    picture = period_picture([Span("Duldung", "", first, last, other_end)], today=TODAY)
    assert 0 <= picture.bars[0].left <= 100
    assert 0 < picture.bars[0].width <= 100
