"""What an analysis rests on: the interviews that it was made from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cases.models.analysis import CaseAnalysis
from cases.models.interview import Interview
from cases.models.part import OwnPart, OwnPartQuerySet


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
