"""A notice in the application: what happened, for one person in one agency, read or not."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import Agency
from agencies.models.membership import Membership


class NotificationKind(models.TextChoices):
    """What a notice is about; its sentence names no person and no content."""

    ASSIGNED = "assigned", _("A case was assigned to you.")
    BROUGHT_IN = "brought_in", _("Your agency was brought into a case.")
    PARTICIPATION_ENDS = "participation_ends", _("Your agency's participation in a case ends.")
    SECOND_LOOK_ASKED = "second_look_asked", _("You are asked to look at a case analysis.")
    SECOND_LOOK_DONE = "second_look_done", _("A colleague has looked at your case analysis.")
    PERSONS_MERGED = "persons_merged", _("Two records of a person were merged.")
    MERGE_UNDONE = "merge_undone", _("The merging of two records was undone.")
    ACCESS_CHANGED = "access_changed", _("Your roles were changed.")
    CHECK_WANTED = "check_wanted", _("A text of the catalogues waits for a second check.")


class NotificationQuerySet(models.QuerySet["Notification"]):
    """Notices by their recipient."""

    def visible_to(self, membership: Membership | None) -> "NotificationQuerySet":
        """Her own, of the acting agency."""
        if membership is None:
            return self.none()
        return self.filter(agency_id=membership.agency_id, recipient__user_id=membership.user_id)

    def unread(self) -> "NotificationQuerySet":
        """Not opened yet."""
        return self.filter(read_at=None)


class Notification(models.Model):
    """It leads to a page by its path and, in a case, names the case's number."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+", verbose_name=_("agency"))
    recipient = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="notifications", verbose_name=_("recipient")
    )
    kind = models.CharField(_("kind"), max_length=30, choices=NotificationKind)
    key = models.CharField(_("key"), max_length=160)
    path = models.CharField(_("path"), max_length=200)
    case_id = models.UUIDField(_("case"), null=True)
    case_number = models.CharField(_("case number"), max_length=20, blank=True, default="")
    created_at = models.DateTimeField(_("created at"), default=timezone.now)
    read_at = models.DateTimeField(_("read at"), null=True)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "key"], name="notice_comes_once"),
        ]
        indexes = [
            models.Index(fields=["recipient", "-created_at"], name="notice_of_recipient"),
            models.Index("recipient", name="notice_unread", condition=models.Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())
