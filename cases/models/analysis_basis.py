"""What an analysis rests on: interviews, steps of the way and break points, of its own agency or open to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cases.models.analysis import CaseAnalysis
from cases.models.break_point import BreakPoint
from cases.models.interview import Interview
from cases.models.journey import JourneyStep
from cases.models.part import OwnPart, OwnPartQuerySet


class Classification(models.TextChoices):
    """What a break point says beyond the case."""

    SINGLE_CASE = "single_case", _("single case")
    GENERATIVE_THEME = "generative_theme", _("generative theme")
    KNOWN_THEME = "known_theme", _("known theme")


class SuggestedWorkgroup(models.TextChoices):
    """The six working groups of the project, to one of which a theme may be handed."""

    PROCESS_CHAINS = "process_chains", _("Process and service chains")
    MOBILITY = "mobility", pgettext_lazy("working group", "Mobility")
    HEALTH_PROFESSIONS = "health_professions", _("Health professions")
    INTERCULTURAL_OPENING = "intercultural_opening", _("Intercultural opening")
    SCHOOL = "school", pgettext_lazy("working group", "School")
    LANGUAGE_MEDIATORS = "language_mediators", _("Language and integration mediators")


class AnalysisInterview(OwnPart):
    """An interview of the case that an analysis was made from."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="interviews", verbose_name=_("analysis")
    )
    interview = models.ForeignKey(
        Interview, on_delete=models.PROTECT, related_name="+", verbose_name=_("interview")
    )

    objects = OwnPartQuerySet["AnalysisInterview"].as_manager()

    class Meta:
        verbose_name = _("interview of an analysis")
        verbose_name_plural = _("interviews of an analysis")
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "interview"], name="analysis_rests_on_an_interview_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AnalysisStep(OwnPart):
    """A step of the way that belongs to what the analysis tells."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="steps", verbose_name=_("analysis")
    )
    # The database itself lets go of a step that its writer deletes: she may be of another agency (migration 0010).
    step = models.ForeignKey(
        JourneyStep,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        verbose_name=_("step of the way"),
    )

    objects = OwnPartQuerySet["AnalysisStep"].as_manager()

    class Meta:
        verbose_name = _("step of an analysis")
        verbose_name_plural = _("steps of an analysis")
        constraints = [
            models.UniqueConstraint(fields=["analysis", "step"], name="analysis_names_a_step_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AnalysisBreakPoint(OwnPart):
    """A break point of the case, and whether it is this case's alone or a theme for a working group."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="break_points", verbose_name=_("analysis")
    )
    # As with a step.
    break_point = models.ForeignKey(
        BreakPoint,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
        verbose_name=_("break point"),
    )
    classification = models.CharField(
        _("single case or theme"), max_length=20, choices=Classification, blank=True
    )
    workgroup = models.CharField(_("working group"), max_length=30, choices=SuggestedWorkgroup, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    objects = OwnPartQuerySet["AnalysisBreakPoint"].as_manager()

    class Meta:
        verbose_name = _("break point of an analysis")
        verbose_name_plural = _("break points of an analysis")
        constraints = [
            models.UniqueConstraint(
                fields=["analysis", "break_point"], name="analysis_names_a_break_point_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_classification_display())
