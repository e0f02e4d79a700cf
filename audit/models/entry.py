"""One entry of the trail: who, for which agency, did what, with which object, why; never the content."""

import uuid

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What can have happened."""

    SIGNED_IN = "signed_in", _("signed in")
    SIGN_IN_FAILED = "sign_in_failed", _("sign-in failed")
    SIGNED_OUT = "signed_out", _("signed out")
    SWITCHED = "switched", _("changed the acting agency")
    LISTED = "listed", _("saw in a list")
    VIEWED = "viewed", _("looked at")
    CREATED = "created", _("created")
    CHANGED = "changed", _("changed")
    GRANTED = "granted", _("brought in")
    ENDED = "ended", _("ended")
    REQUESTED = "requested", _("requested")
    MADE = "made", _("made")
    DOWNLOADED = "downloaded", _("downloaded")
    REFUSED = "refused", _("was refused")
    FAILED = "failed", _("failed")
    REMOVED = "removed", _("removed")
    SHARED = "shared", _("shared")
    UNSHARED = "unshared", _("no longer shared")


class EntryQuerySet(models.QuerySet["Entry"]):
    """Entries as the officers and the case page ask for them."""

    def about(self, case_id: uuid.UUID) -> "EntryQuerySet":
        """What happened with one case, the latest first; mere rows in a list are left out."""
        return self.filter(case_id=case_id).order_by("-at", "-id")


class Entry(models.Model):
    """Append-only, also for the application's role; copied labels, no foreign key to anything."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField(_("at"), default=timezone.now)
    actor_id = models.UUIDField(_("person"), null=True)
    actor_label = models.CharField(_("person's name"), max_length=200, blank=True, default="")
    agency_id = models.UUIDField(_("agency"), null=True)
    agency_label = models.CharField(_("agency's name"), max_length=200, blank=True, default="")
    verb = models.CharField(_("what"), max_length=20, choices=Verb)
    object_type = models.CharField(_("kind of object"), max_length=60, blank=True, default="")
    object_id = models.UUIDField(_("object"), null=True)
    object_label = models.CharField(_("object's label"), max_length=200, blank=True, default="")
    case_id = models.UUIDField(_("case"), null=True)
    listed = ArrayField(models.UUIDField(), verbose_name=_("cases shown"), default=list)
    channel = models.CharField(_("channel"), max_length=20, blank=True, default="")
    reason = models.CharField(_("reason"), max_length=200, blank=True, default="")
    code = models.CharField(_("request code"), max_length=20, blank=True, default="")

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry of the trail")
        verbose_name_plural = _("entries of the trail")
        indexes = [
            models.Index(fields=["case_id", "-at"], name="audit_entry_case"),
            models.Index(fields=["agency_id", "-at"], name="audit_entry_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y %H:%M} {self.verb} {self.object_type}"

    @property
    def object_name(self) -> str:
        """What the object is called, if that kind of object still exists."""
        for model in apps.get_models():
            if model.__name__ == self.object_type:
                return str(model._meta.verbose_name)  # noqa: SLF001 - Django's public way to a model's name
        return self.object_type
