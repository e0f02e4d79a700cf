"""Why an agency may see a kind of data: a statute, or the person's consent."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agencies.models.checked_text import CheckedText, CheckedTextQuerySet


class BasisKind(models.TextChoices):
    """Two kinds, and no third."""

    STATUTE = "statute", _("statute")
    CONSENT = "consent", _("consent")


class LegalBasis(CheckedText):
    """A line of the catalogue; dated data with its source, never code.

    A participation keeps the version it was granted on. The end of the law ends all versions.
    """

    CONTENT = ("citation", "title", "kind")
    CODE_BEGINS = "basis"

    citation = models.CharField(_("citation"), max_length=120)
    title = models.CharField(_("what it allows"), max_length=300)
    kind = models.CharField(_("kind"), max_length=10, choices=BasisKind)

    objects = CheckedTextQuerySet["LegalBasis"].as_manager()

    class Meta(CheckedText.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")
        ordering = ["citation", "-version"]

    def __str__(self) -> str:
        return self.citation

    @property
    def summary(self) -> str:
        """What it allows."""
        return self.title

    @property
    def as_choice(self) -> str:
        """As somebody chooses it at the counter."""
        checked = "" if self.is_checked else f" ({gettext('not checked yet')})"
        return f"{self.citation}: {self.title}{checked}"
