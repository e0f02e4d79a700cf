"""A date of which perhaps only the year is known, and the ages that follow from it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.partial_date import age_on, for_people, parts, validate_partial_date
from core.today import day_is

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "value", ["", "1992", "1992-03", "1992-03-14", "2024-02-29", "1900", "2026", "2026-11", "2026-11-22"]
)
def test_what_stands_in_a_passport_is_accepted(value: str) -> None:
    with day_is(TODAY):
        validate_partial_date(value)


@pytest.mark.parametrize(
    "value",
    [
        "92",
        "1992-3",
        "1992-3-14",
        "14.03.1992",
        "1992-03-",
        "1992-",
        " 1992",
        "1992\n",
        "١٩٩٢",
        "１９９２",
        "unbekannt",
    ],
)
def test_another_form_is_refused(value: str) -> None:
    with day_is(TODAY), pytest.raises(ValidationError):
        validate_partial_date(value)


@pytest.mark.parametrize(
    "value",
    ["1992-13", "1992-00", "1992-03-00", "1992-00-14", "1992-02-30", "2023-02-29", "0000", "1992-04-31"],
)
def test_a_day_that_does_not_exist_is_refused(value: str) -> None:
    with day_is(TODAY), pytest.raises(ValidationError):
        validate_partial_date(value)


@pytest.mark.parametrize("value", ["2027", "2026-12", "2026-11-23", "9999"])
def test_the_future_is_refused(value: str) -> None:
    with day_is(TODAY), pytest.raises(ValidationError):
        validate_partial_date(value)


@pytest.mark.parametrize("value", ["1899", "1899-12-31", "0001"])
def test_nobody_is_that_old(value: str) -> None:
    with day_is(TODAY), pytest.raises(ValidationError):
        validate_partial_date(value)


@pytest.mark.parametrize(
    ("value", "known"),
    [("1992", (1992, None, None)), ("1992-03", (1992, 3, None)), ("1992-03-14", (1992, 3, 14))],
)
def test_what_is_known_is_told_apart(value: str, known: tuple[int, int | None, int | None]) -> None:
    assert parts(value) == known


@pytest.mark.parametrize(
    ("value", "written"), [("1992-03-14", "14.03.1992"), ("1992-03", "03.1992"), ("1992", "1992"), ("", "")]
)
def test_it_is_written_as_in_a_german_authority(value: str, written: str) -> None:
    assert for_people(value) == written


@pytest.mark.parametrize(
    ("birth", "day", "ages"),
    [
        # the whole date is known
        ("2008-11-22", date(2026, 11, 21), (17, 17)),
        ("2008-11-22", date(2026, 11, 22), (18, 18)),
        ("2008-11-22", date(2026, 11, 23), (18, 18)),
        # born on 29 February: in other years a year older with 1 March (§§ 187 Abs. 2, 188 Abs. 2 BGB)
        ("2008-02-29", date(2026, 2, 28), (17, 17)),
        ("2008-02-29", date(2026, 3, 1), (18, 18)),
        ("2008-02-29", date(2028, 2, 28), (19, 19)),
        ("2008-02-29", date(2028, 2, 29), (20, 20)),
        # the day of birth
        ("2026-11-22", date(2026, 11, 22), (0, 0)),
        # only the month: until its last day perhaps, after it for certain
        ("2008-11", date(2026, 10, 31), (17, 17)),
        ("2008-11", date(2026, 11, 1), (17, 18)),
        ("2008-11", date(2026, 11, 29), (17, 18)),
        ("2008-11", date(2026, 11, 30), (18, 18)),
        ("2008-11", date(2026, 12, 1), (18, 18)),
        ("2008-02", date(2026, 2, 28), (17, 18)),
        ("2008-02", date(2026, 3, 1), (18, 18)),
        ("2009-02", date(2027, 2, 28), (18, 18)),
        # only the year
        ("2008", date(2026, 1, 1), (17, 18)),
        ("2008", date(2026, 12, 30), (17, 18)),
        ("2008", date(2026, 12, 31), (18, 18)),
    ],
)
def test_youngest_and_oldest_possible_age(birth: str, day: date, ages: tuple[int, int]) -> None:
    assert age_on(birth, day) == ages


def test_of_an_unknown_birth_no_age_follows() -> None:
    assert age_on("", TODAY) is None
