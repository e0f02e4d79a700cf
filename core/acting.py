"""Whom a transaction acts for: row level security and Python read the same agency, person and day."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from core.today import day_is, today


@contextmanager
def acting(
    agency_id: UUID | None, *, person_id: UUID | None = None, on: date | None = None
) -> Iterator[None]:
    """Open a transaction, or a savepoint of the open one, that acts for this agency on this day.

    Without an agency every case-bound table shows 0 rows; without a person nothing that is kept to persons.
    Afterwards an outer transaction acts for whom it acted before; after an error the rollback sees to that.
    """
    inside = connection.in_atomic_block
    with transaction.atomic():
        agency_before, person_before = acting_ids() if inside else (None, None)
        with day_is(on or today()):
            act_for(agency_id, person_id=person_id)
            yield
        if inside:
            act_for(agency_before, person_id=person_before)


def act_for(agency_id: UUID | None, *, person_id: UUID | None = None) -> None:
    """Let the rest of the open transaction act for this agency and this person of it, on its day."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.agency_id', %s, true), set_config('app.person_id', %s, true), "
            "set_config('app.today', %s, true)",
            [str(agency_id or ""), str(person_id or ""), today().isoformat()],
        )


def acting_ids() -> tuple[UUID | None, UUID | None]:
    """The agency that the database believes this transaction acts for, and the person of it.

    Without a person the application itself is at work for the agency.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT app_agency(), app_person()")
        agency_id, person_id = cursor.fetchone()
    return agency_id, person_id
