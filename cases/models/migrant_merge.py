"""That two records turned out to be one person: who put them together, when, and whether it was undone."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership
from cases.models.case import Case
from cases.models.migrant import Migrant

UNDONE_WITHIN = timedelta(hours=24)


class MigrantMergeQuerySet(models.QuerySet["MigrantMerge"]):
    """Merges by reader."""

    def visible_to(self, membership: Membership | None) -> "MigrantMergeQuerySet":
        """What the acting agency itself merged, of persons whom it still sees."""
        if membership is None or not membership.allows("view_case"):
            return self.none()
        persons = Case.objects.visible_to(membership).values("migrant_id")
        return self.filter(agency_id=membership.agency_id, kept_id__in=persons)


class MigrantMerge(models.Model):
    """Written by database functions alone. For a day the records as they were are kept beside it, read by nobody."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name=_("agency"))
    kept = models.ForeignKey(
        Migrant, on_delete=models.PROTECT, related_name="+", verbose_name=_("kept record")
    )
    given_up = models.ForeignKey(
        Migrant, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("merged record")
    )
    by = models.CharField(_("by"), max_length=300)
    at = models.DateTimeField(_("at"), default=timezone.now)
    undone_by = models.CharField(_("undone by"), max_length=300, blank=True)
    undone_at = models.DateTimeField(_("undone at"), null=True)

    objects = MigrantMergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge of two records")
        verbose_name_plural = _("merges of two records")
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y %H:%M}"

    @property
    def undone_until(self) -> datetime:
        """Afterwards the records as they were are gone."""
        return self.at + UNDONE_WITHIN

    @property
    def can_be_undone(self) -> bool:
        """It has not been undone, and its day has not passed."""
        return self.undone_at is None and timezone.now() < self.undone_until
