"""Whether the parts of the application are alive: asked by whoever runs it, told without any content."""

from datetime import datetime, timedelta
from functools import cache

from django.core.cache import caches
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

CLOCK = "health:clock"
# The clock ticks every 20 seconds; a worker that makes a long PDF may be late.
LATE_AFTER = timedelta(minutes=4)


def note_the_clock() -> None:
    """A worker has done what the clock asked for: clock, broker, worker and database work together."""
    caches["default"].set(CLOCK, timezone.now(), timeout=None)


def clock_ticks() -> bool:
    """Whether that happened lately."""
    ticked: datetime | None = caches["default"].get(CLOCK)
    return ticked is not None and timezone.now() - ticked < LATE_AFTER


def is_migrated() -> bool:
    """Whether the database is as new as the code."""
    return _migrations() <= set(MigrationRecorder(connection).applied_migrations())


@cache
def _migrations() -> frozenset[tuple[str, str]]:
    return frozenset(MigrationLoader(None).disk_migrations)
