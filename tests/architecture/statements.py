"""SQL statements of a whole response as the design counts them: without what only frames the transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "SET ", "SELECT set_config(")


@contextmanager
def statements() -> Iterator[list[str]]:
    """Fills the list at the end."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as queries:
        yield found
    found += [query["sql"] for query in queries if not query["sql"].startswith(FRAME)]
