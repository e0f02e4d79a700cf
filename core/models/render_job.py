"""A paper that a worker makes: the row is the truth about it, the broker only carries its id."""

import uuid
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# An advisory lock is a number: the job's own id gives it, so that two jobs practically never share one.
LOCK_BITS = 63
ATTEMPTS_AT_MOST = 5


class RenderJob(models.Model):
    """What was asked for, how far it is, and where the finished file lies.

    Waiting, running, finished or failed is read from the times; nothing else stores it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    requested_at = models.DateTimeField(_("requested at"), default=timezone.now)
    started_at = models.DateTimeField(_("started at"), null=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    failed_at = models.DateTimeField(_("failed at"), null=True)
    removed_at = models.DateTimeField(_("removed at"), null=True)
    error_code = models.CharField(_("error code"), max_length=40, blank=True, default="")
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    progress = models.PositiveSmallIntegerField(_("progress in percent"), default=0)
    size = models.PositiveIntegerField(_("size in bytes"), default=0)

    class Meta:
        abstract = True

    @property
    def state(self) -> str:
        """One word for the page: waiting, running, finished, failed or removed."""
        if self.removed_at:
            return "removed"
        if self.failed_at:
            return "failed"
        if self.finished_at:
            return "finished"
        return "running" if self.started_at else "waiting"

    @property
    def is_done(self) -> bool:
        """Nobody needs to wait for it any more."""
        return self.state not in {"waiting", "running"}

    @property
    def path(self) -> Path:
        """Where the file lies: outside the web root, under its UUID alone."""
        return Path(settings.FILES_DIR) / f"{self.id}.pdf"

    @property
    def expires_at(self) -> datetime | None:
        """When the file is removed; the paper can be made anew at any time."""
        return self.finished_at + timedelta(hours=settings.PDF_KEPT_HOURS) if self.finished_at else None

    @property
    def log_code(self) -> str:
        """How the log names it when it fails, and what its page tells for asking."""
        return self.id.hex[:12]

    def try_lock(self) -> bool:
        """Take the session lock that says a worker is at it; a killed worker loses it with its connection."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [self._lock_number])
            return bool(cursor.fetchone()[0])

    def unlock(self) -> None:
        """Give the session lock back."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [self._lock_number])

    @property
    def _lock_number(self) -> int:
        return self.id.int % (1 << LOCK_BITS)
