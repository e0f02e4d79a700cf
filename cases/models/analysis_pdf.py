"""The analysis as a paper, made by a worker for the person who asked for it."""

import uuid
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.analysis import CaseAnalysis
from cases.models.part import OwnPart, OwnPartQuerySet
from core.models import RenderJob


class AnalysisPdfQuerySet(OwnPartQuerySet["AnalysisPdf"]):
    """Papers that somebody asked for."""

    def visible_to(self, membership: Membership | None) -> Self:
        """The papers that she herself asked for while acting for this agency."""
        if membership is None:
            return self.none()
        return super().visible_to(membership).filter(requester_id=membership.pk)


class AnalysisPdf(RenderJob, OwnPart):
    """It holds what its requester could see when it was made; when she may see less, it is no longer given out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="pdfs", verbose_name=_("analysis")
    )
    requester = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("requested by")
    )
    language = models.CharField(_("language"), max_length=10, default="de")
    holds = ArrayField(models.UUIDField(), verbose_name=_("parts it holds"), default=list)

    objects = AnalysisPdfQuerySet.as_manager()

    class Meta:
        verbose_name = _("PDF of an analysis")
        verbose_name_plural = _("PDFs of analyses")
        ordering = ["-requested_at"]

    def __str__(self) -> str:
        return f"{self.requested_at:%d.%m.%Y %H:%M}"

    @property
    def trail_label(self) -> str:
        """When it was asked for; its agency may have lost sight of the case, and of its number, since."""
        return str(self)
