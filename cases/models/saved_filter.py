"""A way of narrowing the list of cases that somebody keeps under a name."""

import uuid
from typing import Self
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership

KEPT_AT_MOST = 20


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    """Kept filters by whose they are."""

    def visible_to(self, membership: Membership | None) -> Self:
        """Her own, of the acting agency."""
        if membership is None:
            return self.none()
        return self.filter(agency_id=membership.agency_id, author__user_id=membership.user_id)


class SavedFilter(models.Model):
    """What was chosen in the form above the list; it names no case and no person."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="+", verbose_name=_("agency"))
    author = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="+", verbose_name=_("kept by")
    )
    name = models.CharField(_("name"), max_length=60)
    chosen = models.JSONField(_("chosen"), default=dict)

    objects = SavedFilterQuerySet.as_manager()

    class Meta:
        verbose_name = _("kept filter")
        verbose_name_plural = _("kept filters")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["author", "name"], name="saved_filter_has_a_name_once"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The list, narrowed as it was."""
        return f"{reverse('cases:list')}?{urlencode(self.chosen)}"
