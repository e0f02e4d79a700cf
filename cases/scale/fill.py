"""Filling an empty database with cases for load, in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from cases.models import LeadQuestion, LegalBasis
from cases.models.legal_basis import BasisKind
from cases.scale.calendar import Calendar
from cases.scale.case_rows import CaseRows
from cases.scale.fast_loading import without_indexes
from cases.scale.offices import DATABASE, open_offices

BATCH = 5000
COUNTER = """
INSERT INTO cases_casenumber AS n (year, last) VALUES (%s, %s)
ON CONFLICT (year) DO UPDATE SET last = greatest(n.last, excluded.last)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What to fill in; the same order makes the same rows."""

    cases: int
    agencies: int
    users: int
    seed: int
    day: date


def fill(order: Order, *, say: Callable[[str], None]) -> dict[str, int]:
    """Make agencies, users and cases; the answer counts the rows of each table."""
    rnd = Random(order.seed)  # noqa: S311  # the same rows each time; nothing here is secret
    with transaction.atomic(using=DATABASE), connections[DATABASE].cursor() as cursor:
        offices = open_offices(
            rnd, agencies=order.agencies, users=order.users, since=Calendar(order.day).first
        )
        rows = CaseRows(
            rnd, offices=offices, bases=_bases(), asked=_asked(), cases=order.cases, day=order.day
        )
        with without_indexes(cursor, [table.name for table in rows.tables.all()]):
            _copy(cursor, rows, say=say)
            say("Indexe und Prüfungen werden wiederhergestellt …")
        cursor.executemany(COUNTER, list(rows.last_number.items()))
    return {table.name: table.rows for table in rows.tables.all()}


def _copy(cursor: CursorWrapper, rows: CaseRows, *, say: Callable[[str], None]) -> None:
    for start in range(0, rows.count, BATCH):
        for index in range(start, min(start + BATCH, rows.count)):
            rows.add(index)
        rows.tables.flush(cursor)
        done = start + BATCH
        if done % 100_000 == 0:
            say(f"{done} Fälle")


def _bases() -> dict[bool, str]:
    """The legal basis of an agency, by whether it needs the person's consent."""
    found = LegalBasis.objects.using(DATABASE)
    law = {"kind": BasisKind.STATUTE, "citation": "§ 69 Abs. 1 Nr. 1 SGB X"}
    consent = {"kind": BasisKind.CONSENT, "citation": "Art. 6 Abs. 1 Buchst. a DSGVO"}
    more = {"title": "Angelegt zum Messen", "source": "Angelegt zum Messen", "valid_from": date(2018, 5, 25)}
    statute, _ = found.get_or_create(code="sgb10-69-1-1", version=1, defaults=law | more)
    agreed, _ = found.get_or_create(code="dsgvo-6-1-a", version=1, defaults=consent | more)
    return {False: statute.id.hex, True: agreed.id.hex}


def _asked() -> dict[str, str]:
    """The lead questions, each with its first wording."""
    found = LeadQuestion.objects.using(DATABASE).filter(version=1)
    return {question.code: question.id.hex for question in found}


def settle(tables: list[str]) -> None:
    """Let the planner know the new rows; not inside of a transaction."""
    with connections[DATABASE].cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {', '.join(tables)}")
