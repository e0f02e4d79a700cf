"""A person's residence status over a time: what is printed and what the law says are two dates."""

import uuid
from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.migrant import Migrant
from cases.models.part import areas_open_to
from cases.models.participation import NotForLookUps, Period
from cases.models.residence_table import Title, target_group_of
from cases.models.vocabulary import LifeArea, TargetGroup

# Both days belong to the period.
WHOLE_DAYS = RangeBoundary(inclusive_lower=True, inclusive_upper=True)


class ResidencePeriodQuerySet(models.QuerySet["ResidencePeriod"]):
    """Periods by reader and by day."""

    def visible_to(self, membership: Membership | None) -> "ResidencePeriodQuerySet":
        """Those of persons in one of whose cases the life area residence is open to the acting agency."""
        if membership is None or not membership.allows("view_case"):
            return self.none()
        residence = areas_open_to(membership.agency_id).filter(life_area=LifeArea.RESIDENCE)
        return self.filter(models.Exists(residence.filter(case__migrant_id=models.OuterRef("migrant_id"))))

    def overlapping(self, *, starts_on: date | None, until: date | None) -> "ResidencePeriodQuerySet":
        """Periods that are legally effective on one of these days; an open end is open for ever."""
        found = self.all()
        if starts_on is not None:
            found = found.filter(models.Q(effective_until=None) | models.Q(effective_until__gte=starts_on))
        if until is not None:
            found = found.filter(models.Q(starts_on=None) | models.Q(starts_on__lte=until))
        return found

    def latest_first(self) -> "ResidencePeriodQuerySet":
        """By the first day; without one a period is the oldest."""
        return self.order_by(models.F("starts_on").desc(nulls_last=True), "-id")

    def effective_on(self, day: date) -> "ResidencePeriodQuerySet":
        """Periods that are legally effective on a day, the latest first."""
        return self.filter(
            models.Q(starts_on=None) | models.Q(starts_on__lte=day),
            models.Q(effective_until=None) | models.Q(effective_until__gte=day),
        ).latest_first()


class ResidencePeriod(models.Model):
    """A title with its legal basis; visible where the life area residence is."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    migrant = models.ForeignKey(
        Migrant, on_delete=models.CASCADE, related_name="residence_periods", verbose_name=_("migrant")
    )
    title = models.CharField(_("residence title"), max_length=30, choices=Title, default=Title.UNKNOWN)
    basis = models.CharField(_("legal basis"), max_length=60, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    printed_until = models.DateField(_("printed until"), null=True, blank=True)
    effective_until = models.DateField(_("legally effective until"), null=True, blank=True)
    effective_reason = models.CharField(_("reason"), max_length=200, blank=True)
    conditions = models.TextField(_("conditions"), max_length=500, blank=True)
    changed_by = models.CharField(_("recorded by"), max_length=300, blank=True)
    changed_at = models.DateTimeField(_("recorded at"), default=timezone.now, null=True, blank=True)

    objects = ResidencePeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("residence period")
        verbose_name_plural = _("residence periods")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(starts_on=None)
                | models.Q(effective_until=None)
                | models.Q(effective_until__gte=models.F("starts_on")),
                name="residence_ends_after_it_starts",
                violation_error_message=_("The residence title ends before it begins."),
            ),
            # Rows from before this rule have no time of recording; they come under it when they are corrected.
            ExclusionConstraint(
                name="residence_never_overlaps",
                expressions=[
                    (NotForLookUps("migrant"), RangeOperators.EQUAL),
                    (Period("starts_on", "effective_until", WHOLE_DAYS), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(changed_at__isnull=False),
                violation_error_message=_("Two residence titles are legally effective at the same time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_title_display()} {self.basis}".strip()

    @property
    def in_words(self) -> str:
        """The title with the days on which it is legally effective, for a sentence."""
        days = [_shown(self.starts_on), _shown(self.effective_until)]
        return gettext("%(title)s (%(first)s to %(last)s)") % {
            "title": self,
            "first": days[0],
            "last": days[1],
        }

    @property
    def target_group(self) -> TargetGroup:
        """The group this title stands for."""
        return target_group_of(self.title, self.basis)

    @property
    def differs_from_print(self) -> bool:
        """The paper says another day than the law."""
        return self.printed_until != self.effective_until


def _shown(day: date | None) -> str:
    return date_format(day, "SHORT_DATE_FORMAT") if day else gettext("open")
