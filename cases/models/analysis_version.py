"""What an analysis said at a time: each change leaves one."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.analysis import CaseAnalysis
from cases.models.part import OwnPart, OwnPartQuerySet


class AnalysisVersion(OwnPart):
    """All that its agency wrote, frozen; what others wrote is named by its id alone, so that it can be taken back."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="versions", verbose_name=_("analysis")
    )
    number = models.PositiveIntegerField(_("number"))
    content = models.JSONField(_("content"))
    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    restores = models.PositiveIntegerField(_("restores version"), null=True, blank=True)

    objects = OwnPartQuerySet["AnalysisVersion"].as_manager()

    class Meta:
        verbose_name = _("version of an analysis")
        verbose_name_plural = _("versions of an analysis")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["analysis", "number"], name="analysis_has_a_version_once"),
        ]

    def __str__(self) -> str:
        return gettext("Version %(number)s") % {"number": self.number}
