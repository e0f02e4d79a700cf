"""Mails that wait to be sent: in the database, where neither a killed worker nor an emptied broker loses one."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


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
