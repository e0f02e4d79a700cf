"""Mails that wait to be sent: in the database, where neither a killed worker nor an emptied broker loses one."""

import uuid
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# After each failed try the next one waits longer; after the last one the mail is given up: about two days in all.
MINUTES_BETWEEN_TRIES = (1, 5, 15, 60, 240, 720, 1440)
TRIES_AT_MOST = len(MINUTES_BETWEEN_TRIES) + 1
DAYS_KEPT = 90


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    """Mails by how far they are."""

    def due(self) -> Self:
        """To be sent now, the one that has waited longest first."""
        return self.waiting().filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "id")

    def waiting(self) -> Self:
        """Neither sent nor given up."""
        return self.filter(sent_at=None, given_up_at=None)

    def given_up(self) -> Self:
        """Not delivered, whatever was tried."""
        return self.exclude(given_up_at=None)

    def old(self) -> Self:
        """Posted so long ago that nobody asks for them any more, and no longer waiting."""
        settled = models.Q(sent_at__isnull=False) | models.Q(given_up_at__isnull=False)
        return self.filter(settled, posted_at__lt=timezone.now() - timedelta(days=DAYS_KEPT))


class OutboxMessage(models.Model):
    """A mail without any content of a case: what happened, a link, at most a case's number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(_("key"), max_length=160, unique=True)
    to = models.EmailField(_("recipient"))
    subject = models.CharField(_("subject"), max_length=160)
    body = models.TextField(_("text"), max_length=4000)
    posted_at = models.DateTimeField(_("posted at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next try at"), default=timezone.now)
    given_up_at = models.DateTimeField(_("given up at"), null=True)
    last_error = models.CharField(_("last error"), max_length=60, blank=True, default="")

    objects = OutboxQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["-posted_at", "-id"]
        indexes = [
            models.Index(
                "next_try_at",
                name="outbox_due",
                condition=models.Q(sent_at=None, given_up_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def trail_label(self) -> str:
        """When it was posted; neither address nor subject."""
        return f"{self.posted_at:%d.%m.%Y %H:%M}"

    @property
    def trail_case_id(self) -> None:
        """It belongs to no case."""
        return

    def note_sent(self) -> None:
        """It is on its way; its text may hold an invitation's link, so that only the demo keeps it."""
        self.attempts, self.sent_at, self.last_error = self.attempts + 1, timezone.now(), ""
        if not settings.DEMO:
            self.body = ""
        self.save(update_fields=["attempts", "sent_at", "last_error", "body"])

    def note_failure(self, error: str) -> None:
        """Try again later, and after the last try not any more."""
        self.attempts, self.last_error = self.attempts + 1, error[:60]
        if self.attempts >= TRIES_AT_MOST:
            self.given_up_at = timezone.now()
        else:
            wait = timedelta(minutes=MINUTES_BETWEEN_TRIES[self.attempts - 1])
            self.next_try_at = timezone.now() + wait
        self.save(update_fields=["attempts", "last_error", "given_up_at", "next_try_at"])
