"""A reminder to come back to a case on a day (Wiedervorlage); for whoever set it alone."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.part import OwnPart, OwnPartQuerySet
from core.today import today


class FollowUpQuerySet(OwnPartQuerySet["FollowUp"]):
    """Reminders by their writer and by their day."""

    def visible_to(self, membership: Membership | None) -> Self:
        """Her own, for the acting agency, in cases it takes part in."""
        if membership is None:
            return self.none()
        return super().visible_to(membership).filter(author__user_id=membership.user_id)

    def open(self) -> Self:
        """Those that are not done."""
        return self.filter(done_at=None)

    def due(self) -> Self:
        """Open ones whose day has come."""
        return self.open().filter(due_on__lte=today())


class FollowUp(OwnPart):
    """That somebody wants to look at the case again on a day, and perhaps what for."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, db_index=False, related_name="+", verbose_name=_("set by")
    )
    due_on = models.DateField(_("due on"))
    text = models.CharField(_("what for"), max_length=200, blank=True)
    set_at = models.DateTimeField(_("set at"), default=timezone.now)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(
                fields=["author", "due_on"], name="follow_up_open", condition=models.Q(done_at=None)
            ),
            models.Index(fields=["author", "done_at"], name="follow_up_done"),
        ]

    def __str__(self) -> str:
        return f"{self.due_on:%d.%m.%Y}"

    @property
    def is_overdue(self) -> bool:
        """Its day has passed and it is not done."""
        return self.done_at is None and self.due_on < today()

    @property
    def is_due(self) -> bool:
        """Its day has come and it is not done."""
        return self.done_at is None and self.due_on <= today()
