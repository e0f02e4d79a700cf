"""A date of which perhaps only the year is known: "1992", "1992-03", "1992-03-14" or "" for unknown."""

import re
from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.today import today

FORM = re.compile(r"(?P<year>[0-9]{4})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
EARLIEST_YEAR = 1900


def validate_partial_date(value: str) -> None:
    """Accept what stands in a passport: a year, a month, a day; never the future, never 30 February."""
    if not value:
        return
    try:
        first = first_possible(value)
    except ValueError as error:
        raise ValidationError(_("This date does not exist.")) from error
    if first > today():
        raise ValidationError(_("This date lies in the future."))
    if first.year < EARLIEST_YEAR:
        raise ValidationError(_("The year must be %(year)s or later."), params={"year": EARLIEST_YEAR})


def first_possible(value: str) -> date:
    """The earliest day that a partial date can mean; ValueError for one that does not exist."""
    year, month, day = parts(value)
    return date(year, 1 if month is None else month, 1 if day is None else day)


def parts(value: str) -> tuple[int, int | None, int | None]:
    """Year, month and day, as far as they are known.

    Raises ValidationError for anything that has not the form of a partial date.
    """
    match = FORM.fullmatch(value)
    if match is None:
        raise ValidationError(_("Please enter a year, or a month and a year, or a full date."))
    month, day = match["month"], match["day"]
    return int(match["year"]), int(month) if month else None, int(day) if day else None


def for_people(value: str) -> str:
    """The partial date as a German authority writes it: 14.03.1992, 03.1992 or 1992."""
    return ".".join(reversed(value.split("-")))


def age_on(value: str, day: date) -> tuple[int, int] | None:
    """Youngest and oldest possible age in full years on a day; None when the birth is unknown."""
    if not value:
        return None
    year, month, day_of_birth = parts(value)
    earliest = month or 1, day_of_birth or 1
    latest = month or 12, day_of_birth or monthrange(year, month or 12)[1]
    on = (day.month, day.day)
    years = day.year - year
    return years - (on < latest), years - (on < earliest)
