"""The second look: a colleague reads the analysis before it is relied on, or it is said why nobody does."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.analysis import CaseAnalysis
from cases.models.part import OwnPart, OwnPartQuerySet


class Verdict(models.TextChoices):
    """How a second look ends."""

    IN_ORDER = "in_order", _("looked at: in order")
    WITH_REMARKS = "with_remarks", _("looked at: with remarks")


class SecondLook(OwnPart):
    """A named colleague of the agency was asked; what she answered counts for the version that she looked at."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="second_looks", verbose_name=_("analysis")
    )
    asked_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("asked by")
    )
    colleague = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("colleague")
    )
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    asked_version = models.PositiveIntegerField(_("version when asked"))
    done_at = models.DateTimeField(_("looked at on"), null=True, blank=True)
    done_version = models.PositiveIntegerField(_("version looked at"), null=True, blank=True)
    verdict = models.CharField(_("result"), max_length=20, choices=Verdict, blank=True)
    remarks = models.TextField(_("remarks"), max_length=10_000, blank=True)

    objects = OwnPartQuerySet["SecondLook"].as_manager()

    class Meta:
        verbose_name = _("second look")
        verbose_name_plural = _("second looks")
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(done_at=None, done_version=None, verdict="")
                | (models.Q(done_at__isnull=False, done_version__isnull=False) & ~models.Q(verdict="")),
                name="second_look_is_open_or_done",
            ),
            models.CheckConstraint(
                condition=~models.Q(colleague=models.F("asked_by")), name="second_look_is_a_colleagues"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_at:%d.%m.%Y}"

    @property
    def is_done(self) -> bool:
        """The colleague has answered."""
        return self.done_at is not None


class SecondLookWaiver(OwnPart):
    """Nobody looks a second time at this version, for a reason."""

    analysis = models.ForeignKey(
        CaseAnalysis, on_delete=models.CASCADE, related_name="second_look_waivers", verbose_name=_("analysis")
    )
    waived_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("waived by")
    )
    waived_at = models.DateTimeField(_("waived at"), default=timezone.now)
    version = models.PositiveIntegerField(_("version"))
    reason = models.CharField(_("reason"), max_length=300)

    objects = OwnPartQuerySet["SecondLookWaiver"].as_manager()

    class Meta:
        verbose_name = _("second look waived")
        verbose_name_plural = _("second looks waived")
        ordering = ["-waived_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="second_look_is_waived_for_a_reason",
                violation_error_message=_("Please say why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.waived_at:%d.%m.%Y}"
