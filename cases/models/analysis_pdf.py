"""The analysis as a paper, made by a worker for the person who asked for it."""

import uuid
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agencies.models import Membership
from cases.models.analysis import CaseAnalysis
from cases.models.part import OwnPart, OwnPartQuerySet
from core.models import RenderJob


class PaperKind(models.TextChoices):
    """For whom a paper is."""

    INTERNAL = "internal", pgettext_lazy("paper", "internal")
    PSEUDONYMISED = "pseudonymised", pgettext_lazy("paper", "pseudonymised")


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
    kind = models.CharField(_("kind"), max_length=20, choices=PaperKind, default=PaperKind.INTERNAL)
    code = models.CharField(
        _("code"),
        max_length=20,
        blank=True,
        default="",
        help_text=_("What a pseudonymised paper is called; it says nothing about case or person."),
    )
    language = models.CharField(_("language"), max_length=10, default="de")
    holds = ArrayField(models.UUIDField(), verbose_name=_("parts it holds"), default=list)

    objects = AnalysisPdfQuerySet.as_manager()

    class Meta:
        verbose_name = _("PDF of an analysis")
        verbose_name_plural = _("PDFs of analyses")
        ordering = ["-requested_at"]
        constraints = [
            models.UniqueConstraint(fields=["code"], name="paper_code_once", condition=~models.Q(code="")),
            models.CheckConstraint(
                condition=models.Q(kind=PaperKind.PSEUDONYMISED) ^ models.Q(code=""),
                name="paper_without_a_name_has_a_code",
                violation_error_message=_("A pseudonymised paper has a code of its own, and no other."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.requested_at:%d.%m.%Y %H:%M}"

    @property
    def is_pseudonymised(self) -> bool:
        """It names neither the person nor the case."""
        return self.kind == PaperKind.PSEUDONYMISED

    @property
    def trail_label(self) -> str:
        """When it was asked for; its agency may have lost sight of the case, and of its number, since."""
        return str(self)
