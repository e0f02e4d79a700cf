"""The way through the offices: what a person had to go through, step by step, and how long she waited."""

from typing import Self

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import NullIf
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, AgencyKind, Membership
from cases.models.part import SharedPart, SharedPartQuerySet
from core.partial_date import validate_partial_date

# Ten years; who waited longer waits in several steps.
MOST_DAYS = 3650
PERSON = "person"
OTHER = "other"
STATION_KINDS = [
    (PERSON, _("the person")),
    *AgencyKind.choices,
    (OTHER, _("somebody else")),
]


class JourneyStepQuerySet(SharedPartQuerySet["JourneyStep"]):
    """Steps in the order of their days."""

    def in_order(self) -> Self:
        """The oldest first; of a year or a month alone before its days, steps of an unknown day last."""
        known = NullIf("on", models.Value(""))
        return self.order_by(known.asc(nulls_last=True), "recorded_at", "id")


def station_is_one(end: str) -> models.CheckConstraint:
    """An end of a step is a kind, perhaps with its agency, or the person, or somebody in words."""
    kind, agency, words = f"{end}_kind", f"{end}_agency", f"{end}_words"
    named = models.Q(**{kind: OTHER, agency: None}) & ~models.Q(**{words: ""})
    person = models.Q(**{kind: PERSON, agency: None, words: ""})
    office = ~models.Q(**{f"{kind}__in": [OTHER, PERSON]}) & models.Q(**{words: ""})
    return models.CheckConstraint(
        condition=named | person | office,
        name=f"journey_step_{end}_is_one_station",
        violation_error_message=_(
            "Please name an agency, a kind of agency, the person or somebody in words."
        ),
    )


class JourneyStep(SharedPart):
    """One step: from whom to whom, what happened, how many days it took and what it cost."""

    author = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    on = models.CharField(_("when"), max_length=10, blank=True, validators=[validate_partial_date])
    what = models.CharField(_("what happened"), max_length=500)
    from_kind = models.CharField(_("from"), max_length=30, choices=STATION_KINDS)
    from_agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("from agency"),
    )
    from_words = models.CharField(_("from whom"), max_length=120, blank=True)
    to_kind = models.CharField(_("to"), max_length=30, choices=STATION_KINDS)
    to_agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("to agency")
    )
    to_words = models.CharField(_("to whom"), max_length=120, blank=True)
    days = models.PositiveSmallIntegerField(
        _("days waited"), null=True, blank=True, validators=[MaxValueValidator(MOST_DAYS)]
    )
    cost = models.CharField(_("what it cost"), max_length=200, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    objects = JourneyStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of the way")
        verbose_name_plural = _("steps of the way")
        constraints = [
            station_is_one("from"),
            station_is_one("to"),
            models.CheckConstraint(
                condition=models.Q(days=None) | models.Q(days__range=(0, MOST_DAYS)),
                name="journey_step_waits_at_most_ten_years",
                violation_error_message=_("Please enter 0 to 3650 days."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_name} → {self.to_name}"

    @property
    def from_name(self) -> str:
        """Where the step begins, as people read it."""
        return self._station(self.from_agency, self.from_words, self.get_from_kind_display())

    @property
    def to_name(self) -> str:
        """Where it leads."""
        return self._station(self.to_agency, self.to_words, self.get_to_kind_display())

    def _station(self, agency: Agency | None, words: str, kind: str) -> str:
        return agency.short_name if agency else words or str(kind)
