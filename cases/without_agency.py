"""The closed list of work without an acting agency; each entry is a database function with the owner's rights.

Whatever else works on cases acts for an agency and is held by row level security.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import connection

Row = tuple[UUID, UUID]


def next_case_number(year: int) -> str:
    """The next number of a year, for example LIP-2026-0042; unique and ascending."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT next_case_number(%s)", [year])
        return str(cursor.fetchone()[0])


def unfinished_pdfs() -> list[Row]:
    """Jobs that are neither finished nor failed, with the agency each acts for; the oldest first."""
    return _rows("SELECT job_id, agency_id FROM unfinished_pdfs()", [])


def expired_pdfs(*, finished_before: datetime) -> list[Row]:
    """Jobs whose file is old enough to be removed, with the agency each acts for."""
    return _rows("SELECT job_id, agency_id FROM expired_pdfs(%s)", [finished_before])


def cases_with_a_changed_basis(*, since: date, until: date) -> list[Row]:
    """Cases whose target group may have changed in these days, with the lead agency."""
    return _rows("SELECT case_id, agency_id FROM cases_with_a_changed_basis(%s, %s)", [since, until])


def list_after_ended_blocks(*, since: date, until: date) -> int:
    """List persons under their municipality again whose information block had its last day between these days."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT list_after_ended_blocks(%s, %s)", [since, until])
        return int(cursor.fetchone()[0])


def empty_merges(*, before: datetime) -> int:
    """Forget how the records were that were merged before, and the emptied ones; how many merges that were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT empty_merges(%s)", [before])
        return int(cursor.fetchone()[0])


def _rows(statement: str, parameters: list[date | datetime]) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return [(first, second) for first, second in cursor.fetchall()]
