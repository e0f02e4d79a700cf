"""One person's case, led by one agency, worked on by those that take part."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from cases.models.case_queryset import CaseQuerySet
from cases.models.migrant import Migrant
from cases.models.vocabulary import Phase, TargetGroup, Urgency

SUMMARY_LENGTH = 2_000


class Case(models.Model):
    """The head of the case: what every agency taking part sees."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("case number"), max_length=20, unique=True)
    migrant = models.ForeignKey(
        Migrant, on_delete=models.PROTECT, related_name="cases", verbose_name=_("migrant")
    )
    lead_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name=_("lead agency")
    )
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, default=Phase.CLARIFICATION)
    target_group = models.CharField(
        _("target group"), max_length=30, choices=TargetGroup, default=TargetGroup.UNDETERMINED
    )
    occasion = models.CharField(_("occasion"), max_length=500, blank=True)
    summary = models.TextField(_("summary"), max_length=SUMMARY_LENGTH, blank=True, default="")
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency, default=Urgency.NORMAL)
    urgency_reason = models.CharField(_("reason of the urgency"), max_length=200, blank=True, default="")
    last_activity = models.DateTimeField(_("last activity"), default=timezone.now)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        default_permissions = ("view", "change")
        permissions = [("steer_case", _("May bring in agencies and move the case through its phases"))]

    def __str__(self) -> str:
        return self.number

    @property
    def trail_label(self) -> str:
        """The number: it names the case for people and nobody outside."""
        return self.number

    @property
    def trail_case_id(self) -> uuid.UUID:
        """The case itself."""
        return self.id

    def touch(self) -> None:
        """Note that somebody worked on the case now."""
        self.last_activity = timezone.now()
        self.save(update_fields=["last_activity"])


class PhaseChange(models.Model):
    """That a case entered a phase: when, by whom, why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, related_name="phase_changes", verbose_name=_("case")
    )
    phase = models.CharField(_("phase"), max_length=20, choices=Phase)
    on = models.DateField(_("on"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.CharField(_("by"), max_length=200)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("phase change")
        verbose_name_plural = _("phase changes")
        ordering = ["on", "at"]

    def __str__(self) -> str:
        return f"{self.get_phase_display()} {self.on:%d.%m.%Y}"
