"""The case analysis: what an agency makes of its interviews; it belongs to the agency that wrote it."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.part import OwnPart, OwnPartQuerySet, SharedPart, SharedPartQuerySet


class CaseAnalysisQuerySet(OwnPartQuerySet["CaseAnalysis"]):
    """Analyses: an agency sees its own, and of the others those of which a row is open to it."""

    def visible_to(self, membership: Membership | None) -> Self:
        """Her agency's own analyses, and the heads of those with a row shared with it."""
        if membership is None:
            return self.none()
        rows = AnalysisRow.objects.visible_to(membership).filter(analysis_id=models.OuterRef("pk"))
        own = models.Q(agency_id=membership.agency_id)
        return self._in_visible_cases(membership).filter(own | models.Q(models.Exists(rows)))


class CaseAnalysis(OwnPart):
    """Its head. The title is shown to the agency that wrote it alone: it may tell what is not shared."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    as_of = models.DateField(_("as of"))
    title = models.CharField(_("title"), max_length=160)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)
    version = models.PositiveIntegerField(_("version"), default=1)

    objects = CaseAnalysisQuerySet.as_manager()

    class Meta:
        verbose_name = _("case analysis")
        verbose_name_plural = _("case analyses")
        ordering = ["-as_of", "-id"]

    def __str__(self) -> str:
        return f"{self.as_of:%d.%m.%Y}"


class TextKind(models.TextChoices):
    """The sections in running text."""

    OCCASION = "occasion", _("Occasion")
    OWN_WORDS = "own_words", _("In her or his own words")
    GOALS = "goals", _("Goals")
    WORKED = "worked", _("What worked")
    CASE_OR_THEME = "case_or_theme", _("Single case or theme?")
    SHARING_WISH = "sharing_wish", _("Wish for sharing")


class AnalysisText(OwnPart):
    """A section in running text; it belongs to no life area and is never shared."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="texts", verbose_name=_("analysis")
    )
    kind = models.CharField(_("section"), max_length=20, choices=TextKind)
    text = models.TextField(_("text"), max_length=10_000)

    objects = OwnPartQuerySet["AnalysisText"].as_manager()

    class Meta:
        verbose_name = _("section of an analysis")
        verbose_name_plural = _("sections of an analysis")
        constraints = [
            models.UniqueConstraint(fields=["analysis", "kind"], name="analysis_has_a_section_once"),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())


class AnalysisRow(SharedPart):
    """One life area of the analysis."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="rows", verbose_name=_("analysis")
    )
    situation = models.TextField(_("situation"), max_length=10_000, blank=True)
    resources = models.TextField(_("resources"), max_length=10_000, blank=True)
    need = models.TextField(_("need"), max_length=10_000, blank=True)
    agencies = models.CharField(_("agencies"), max_length=300, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    deadline_note = models.CharField(_("note on the deadline"), max_length=120, blank=True)

    objects = SharedPartQuerySet["AnalysisRow"].as_manager()

    class Meta:
        verbose_name = _("life area of an analysis")
        verbose_name_plural = _("life areas of an analysis")
        constraints = [
            models.UniqueConstraint(fields=["analysis", "life_area"], name="analysis_has_an_area_once"),
        ]

    def __str__(self) -> str:
        return str(self.get_life_area_display())
