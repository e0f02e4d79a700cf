"""Why an agency may see a kind of data: a statute, or the person's consent."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class BasisKind(models.TextChoices):
    """Two kinds, and no third."""

    STATUTE = "statute", _("statute")
    CONSENT = "consent", _("consent")


class LegalBasisQuerySet(models.QuerySet["LegalBasis"]):
    """Bases by day."""

    def in_force(self, day: date) -> "LegalBasisQuerySet":
        """Those that are law on a day."""
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gt=day), valid_from__lte=day)


class LegalBasis(models.Model):
    """A line of the catalogue; dated data with its source, never code."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.SlugField(_("code"), max_length=40, unique=True)
    citation = models.CharField(_("citation"), max_length=120)
    title = models.CharField(_("what it allows"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=BasisKind)
    source = models.CharField(_("source"), max_length=200)
    valid_from = models.DateField(_("valid from"))
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The first day it is no law.")
    )
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    checked_by = models.CharField(_("checked by"), max_length=120, blank=True)

    objects = LegalBasisQuerySet.as_manager()

    class Meta:
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
        ordering = ["citation"]

    def __str__(self) -> str:
        return self.citation

    @property
    def is_checked(self) -> bool:
        """A second person has looked at it."""
        return self.checked_on is not None
