"""What somebody had typed when her session ended: encrypted, for her alone, for an hour."""

import json
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.encryption import fernet


class KeptTextQuerySet(models.QuerySet["KeptText"]):
    """Kept texts that may still be offered."""

    def waiting_for(self, user_id: uuid.UUID) -> "KeptTextQuerySet":
        """Texts of this user that are not older than an hour."""
        return self.filter(user_id=user_id, kept_at__gt=self._oldest())

    def expired(self) -> "KeptTextQuerySet":
        """Texts that nobody came back for."""
        return self.filter(kept_at__lte=self._oldest())

    def _oldest(self) -> datetime:
        return timezone.now() - timedelta(minutes=settings.KEPT_TEXT_MINUTES)


class KeptText(models.Model):
    """A form that was sent after the session had ended."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user_id = models.UUIDField(_("user"))
    acting = models.CharField(_("capacity"), max_length=100, blank=True, default="")
    path = models.CharField(_("path"), max_length=300)
    secret = models.BinaryField(_("encrypted fields"))
    kept_at = models.DateTimeField(_("kept at"), default=timezone.now)

    objects = KeptTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept text")
        verbose_name_plural = _("kept texts")
        indexes = [models.Index(fields=["user_id", "kept_at"])]

    def __str__(self) -> str:
        return f"{self.path} ({self.kept_at:%H:%M})"

    @classmethod
    def sealed(
        cls, *, user_id: uuid.UUID, path: str, fields: dict[str, list[str]], acting: str = ""
    ) -> "KeptText":
        """A new kept text; only the key of this installation opens it."""
        secret = fernet().encrypt(json.dumps(fields).encode())
        return cls(user_id=user_id, acting=acting, path=path, secret=secret)

    @property
    def fields(self) -> dict[str, list[str]]:
        """What was typed, by name of the form field."""
        return dict(json.loads(fernet().decrypt(bytes(self.secret))))
