"""Whom a transaction acts for: row level security and Python read the same agency and the same day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from core.today import day_is, today


@contextmanager
def acting(agency_id: UUID | None, *, on: date | None = None) -> Iterator[None]:
    """Open a transaction, or a savepoint of the open one, that acts for this agency on this day.

    Without an agency every case-bound table shows 0 rows. Afterwards an outer transaction acts
    for whom it acted before; after an error the rollback sees to that.
    """
    inside = connection.in_atomic_block
    with transaction.atomic():
        before = acting_agency_id() if inside else None
        with day_is(on or today()):
            act_for(agency_id)
            yield
        if inside:
            act_for(before)


def act_for(agency_id: UUID | None) -> None:
    """Let the rest of the open transaction act for this agency, on its day."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.agency_id', %s, true), set_config('app.today', %s, true)",
            [str(agency_id or ""), today().isoformat()],
        )


def acting_agency_id() -> UUID | None:
    """The agency that the database believes this transaction acts for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nullif(current_setting('app.agency_id', true), '')")
        (value,) = cursor.fetchone()
    return UUID(value) if value else None
