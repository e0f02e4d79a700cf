"""A break point: where something between two agencies was lost, late, unclear or contradictory."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Interface, Membership
from cases.models.journey import MOST_DAYS, JourneyStep
from cases.models.part import SharedPart, SharedPartQuerySet


class BreakCategory(models.TextChoices):
    """What kind of break it is."""

    LOSS_OF_INFORMATION = "loss_of_information", _("loss of information")
    UNCLEAR_RESPONSIBILITY = "unclear_responsibility", _("unclear responsibility")
    WAITING_TIME = "waiting_time", _("waiting time")
    LANGUAGE = "language", _("language")
    MISSING_DOCUMENTS = "missing_documents", _("missing documents")
    CONTRADICTORY_INFORMATION = "contradictory_information", _("contradictory information")
    TECHNOLOGY = "technology", _("technology")
    OTHER = "other", _("something else")


class BreakPointQuerySet(SharedPartQuerySet["BreakPoint"]):
    """Break points in their order."""

    def in_order(self) -> "BreakPointQuerySet":
        """The latest first."""
        return self.order_by("-found_on", "-recorded_at", "id")


class BreakPoint(SharedPart):
    """What happened at an interface, what it did to the person, and what would have helped."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    interface = models.ForeignKey(
        Interface, on_delete=models.PROTECT, related_name="+", verbose_name=_("interface")
    )
    # The database itself forgets the step when its writer deletes it: she cannot touch another agency's break point
    # (migration 0009, together with: the step is of the same case).
    step = models.ForeignKey(
        JourneyStep,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="break_points",
        verbose_name=_("step of the way"),
    )
    category = models.CharField(_("category"), max_length=30, choices=BreakCategory)
    what_happened = models.CharField(_("what happened"), max_length=1000)
    effect = models.CharField(_("effect"), max_length=500, blank=True)
    days_lost = models.PositiveSmallIntegerField(
        _("days lost"), null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS)]
    )
    would_have_helped = models.CharField(_("what would have helped"), max_length=500, blank=True)
    caught_by = models.CharField(
        _("caught by"), max_length=300, blank=True, help_text=_("Empty: still open.")
    )
    found_on = models.DateField(_("found on"))
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    objects = BreakPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("break point")
        verbose_name_plural = _("break points")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days_lost=None) | models.Q(days_lost__range=(0, MOST_DAYS)),
                name="break_point_loses_at_most_ten_years",
                violation_error_message=_("Please enter 0 to 3650 days."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_category_display())

    @property
    def is_open(self) -> bool:
        """Nobody has caught it yet."""
        return not self.caught_by
