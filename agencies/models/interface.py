"""Where two kinds of agencies meet: what is lost between them is counted here, never by person."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models.agency import AgencyKind


class InterfaceQuerySet(models.QuerySet["Interface"]):
    """Interfaces; they belong to nobody."""

    def between(self, from_kind: str, to_kind: str) -> "Interface":
        """The one between two kinds, made on its first use."""
        interface, _made = self.get_or_create(from_kind=from_kind, to_kind=to_kind)
        return interface


class Interface(models.Model):
    """An ordered pair of kinds of agencies; two agencies of one kind have an interface too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    from_kind = models.CharField(_("from"), max_length=30, choices=AgencyKind)
    to_kind = models.CharField(_("to"), max_length=30, choices=AgencyKind)

    objects = InterfaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("interface")
        verbose_name_plural = _("interfaces")
        ordering = ["from_kind", "to_kind"]
        constraints = [
            models.UniqueConstraint(fields=["from_kind", "to_kind"], name="interface_is_one_of_its_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.get_from_kind_display()} → {self.get_to_kind_display()}"
