"""Loading without indexes and checks, which are made again afterwards exactly as they were.

All of it is one transaction: whoever looks from outside, or after an error, sees nothing missing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db.backends.utils import CursorWrapper

CONSTRAINTS = """
SELECT conrelid::regclass::text, quote_ident(conname), contype::text, pg_get_constraintdef(oid)
FROM pg_constraint
WHERE contype IN ('p', 'u', 'x', 'f')
  AND (conrelid = ANY (%(tables)s::regclass[]) OR confrelid = ANY (%(tables)s::regclass[]))
ORDER BY array_position('{p,u,x,f}', contype::text), conname
"""
INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
FROM pg_index i
WHERE i.indrelid = ANY (%(tables)s::regclass[])
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
ORDER BY 1
"""
# Sorting in memory; the server's own limits are for many at once, and here there is one.
ROOM = "SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL max_parallel_maintenance_workers = 2"


class Constraint(NamedTuple):
    """A key, an exclusion or a reference."""

    table: str
    name: str
    kind: str
    definition: str


@contextmanager
def without_indexes(cursor: CursorWrapper, tables: list[str]) -> Iterator[None]:
    """Inside, rows go into the tables unchecked; at the end everything is indexed and checked at once."""
    # Rows that still wait to be checked at the end of the transaction would forbid to change their tables.
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    cursor.execute(CONSTRAINTS, {"tables": tables})
    constraints = [Constraint(*row) for row in cursor.fetchall()]
    cursor.execute(INDEXES, {"tables": tables})
    indexes = cursor.fetchall()
    for constraint in reversed(constraints):
        cursor.execute(f"ALTER TABLE {constraint.table} DROP CONSTRAINT {constraint.name}")
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    _triggers(cursor, tables, "DISABLE")
    yield
    _triggers(cursor, tables, "ENABLE")
    cursor.execute(ROOM)
    references = [constraint for constraint in constraints if constraint.kind == "f"]
    for constraint in constraints:
        if constraint.kind != "f":
            _add(cursor, constraint)
    for _, definition in indexes:
        cursor.execute(definition)
    for reference in references:
        _add(cursor, reference)


def _triggers(cursor: CursorWrapper, tables: list[str], to_do: str) -> None:
    """The loaded rows carry their copies; a trigger would look them up once more, row by row, without an index."""
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} {to_do} TRIGGER USER")


def _add(cursor: CursorWrapper, constraint: Constraint) -> None:
    cursor.execute(f"ALTER TABLE {constraint.table} ADD CONSTRAINT {constraint.name} {constraint.definition}")
