"""A quick note, for example of a telephone call; it stays with the agency that wrote it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.part import OwnPart, OwnPartQuerySet
from core.today import BERLIN, today

NOTE_LENGTH = 2_000


class Note(OwnPart):
    """Two fields, written in seconds; its author may correct it until the end of the day."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    at = models.DateTimeField(_("at"), default=timezone.now)
    spoke_with = models.CharField(_("spoke with"), max_length=120, blank=True)
    text = models.TextField(_("text"), max_length=NOTE_LENGTH)
    corrected_at = models.DateTimeField(_("corrected at"), null=True, blank=True)

    objects = OwnPartQuerySet["Note"].as_manager()

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["case", "agency", "-at"], name="note_of_case")]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y}"

    def may_be_corrected_by(self, membership: Membership) -> bool:
        """Only whoever wrote it, and only on the day she wrote it."""
        is_hers = self.agency_id == membership.agency_id and self.author.user_id == membership.user_id
        return is_hers and self.at.astimezone(BERLIN).date() == today()
