"""Whom a transaction acts for, on which day: one value for Python and for the database."""

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
import time_machine
from django.db import connection, transaction

from core.acting import acting, acting_ids
from core.today import BERLIN, day_is, today

pytestmark = pytest.mark.django_db

HERE, THERE, SHE = uuid4(), uuid4(), uuid4()
DAY = date(2027, 3, 28)


def database_says() -> tuple[UUID | None, date]:
    """The agency and the day of the policies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app_agency(), app_today()")
        agency, day = cursor.fetchone()
        return agency, day


def test_without_acting_nobody_acts_and_it_is_today_in_berlin() -> None:
    assert database_says() == (None, datetime.now(BERLIN).date())
    assert acting_ids() == (None, None)


def test_policy_and_python_read_the_same() -> None:
    with acting(HERE, person_id=SHE, on=DAY):
        assert database_says() == (HERE, DAY)
        assert (*acting_ids(), today()) == (HERE, SHE, DAY)


def test_afterwards_it_is_as_before() -> None:
    with acting(HERE, person_id=SHE, on=DAY):
        with acting(THERE, on=date(2028, 1, 1)):
            assert database_says() == (THERE, date(2028, 1, 1))
            assert acting_ids() == (THERE, None)
        assert database_says() == (HERE, DAY)
        assert acting_ids() == (HERE, SHE)
        with acting(None):
            assert database_says() == (None, DAY)
        assert database_says() == (HERE, DAY)
    assert acting_ids() == (None, None)


def test_after_an_error_it_is_as_before() -> None:
    with acting(HERE, on=DAY):
        with pytest.raises(ZeroDivisionError), acting(THERE):
            _ = 1 / 0
        assert database_says() == (HERE, DAY)


@pytest.mark.django_db(transaction=True)
def test_outside_of_a_transaction_nothing_is_left() -> None:
    with acting(HERE):
        assert database_says()[0] == HERE
    assert database_says()[0] is None
    with transaction.atomic():
        assert acting_ids() == (None, None)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-07-01T21:59:59Z", date(2026, 7, 1)),
        ("2026-07-01T22:00:00Z", date(2026, 7, 2)),
        ("2026-12-31T22:59:59Z", date(2026, 12, 31)),
        ("2026-12-31T23:00:00Z", date(2027, 1, 1)),
        # the nights in which the clock changes
        ("2027-03-27T22:59:59Z", date(2027, 3, 27)),
        ("2027-03-27T23:00:00Z", date(2027, 3, 28)),
        ("2027-10-30T22:00:00Z", date(2027, 10, 31)),
        ("2027-10-31T22:59:59Z", date(2027, 10, 31)),
        ("2027-10-31T23:00:00Z", date(2027, 11, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_berlin(moment: str, day: date) -> None:
    with time_machine.travel(moment, tick=False):
        assert today() == day


def test_a_day_once_held_lasts_past_midnight() -> None:
    with time_machine.travel("2026-07-01T21:59:59Z", tick=False) as clock, day_is(today()):
        clock.shift(3600)
        assert today() == date(2026, 7, 1)
