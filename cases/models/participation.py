"""That an agency works in a case: how far, in which life areas, on which basis, from when until when."""

import uuid
from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership
from cases.models.case import Case
from cases.models.legal_basis import LegalBasis
from cases.models.municipality import Municipality
from cases.models.participation_rule import in_force
from cases.models.vocabulary import Access, LifeArea, Phase, TargetGroup, Urgency
from core.today import today


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Participations by day."""

    def in_force(self, *, on: date | None = None) -> "ParticipationQuerySet":
        """Those that count on a day."""
        return self.filter(in_force(on=on))

    def over(self, *, on: date | None = None) -> "ParticipationQuerySet":
        """Those that have ended by a day."""
        return self.filter(ends_on__lte=on or today())

    def of_case(self, case: Case) -> list["Participation"]:
        """Who takes part today, with areas and bases; the leading agency first."""
        found = self.in_force().filter(case=case).select_related("agency", "responsible__user")
        found = found.prefetch_related("areas__legal_basis")
        return sorted(found, key=lambda each: (not each.is_lead, each.starts_on, each.agency.name))


class NotForLookUps(models.Func):
    """A key as only its constraint knows it.

    With the bare columns the planner takes the constraint's index to find an agency's participations, where it
    believes that there are few, and reads all of it (decision 0004).
    """

    template = "(%(expressions)s::text::uuid)"
    output_field = models.UUIDField()


class Period(models.Func):
    """The days of a participation as a range; the last bound does not belong to it."""

    function = "DATERANGE"
    output_field = DateRangeField()


def page_index(name: str, *columns: str) -> models.Index:
    """One range of this index is one page of an agency's list, the latest activity first."""
    latest = models.F("last_activity").desc(), models.F("case").desc()
    return models.Index("agency", *columns, *latest, name=name, include=["starts_on", "ends_on"])


# The lists that are offered: all, by phase, by target group, by both, by responsible person, urgency, municipality.
PAGE_INDEXES: dict[str, tuple[str, ...]] = {
    "participation_page": (),
    "participation_page_phase": ("phase",),
    "participation_page_group": ("target_group",),
    "participation_page_both": ("phase", "target_group"),
    "participation_page_mine": ("responsible",),
    "participation_page_urgency": ("urgency",),
    "participation_page_place": ("municipality",),
}


class Participation(models.Model):
    """One row per period; what guardian, lists and row level security all read.

    last_activity, phase, target_group and urgency are copies from the case, municipality is one from the person's
    whereabouts; triggers keep them, so that each list page is one range of an index. The municipality of a person with
    an information block is copied nowhere: every agency in the case reads these rows.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(
        Case, on_delete=models.CASCADE, db_index=False, related_name="participations", verbose_name=_("case")
    )
    agency = models.ForeignKey(
        Agency,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="participations",
        verbose_name=_("agency"),
    )
    access = models.CharField(_("access"), max_length=12, choices=Access)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("The first day without access.")
    )
    file_number = models.CharField(_("own file number"), max_length=60, blank=True)
    responsible = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name=_("responsible person"),
    )
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    granted_by = models.CharField(_("granted by"), max_length=300)
    granted_at = models.DateTimeField(_("granted at"), default=timezone.now)
    ended_by = models.CharField(_("ended by"), max_length=300, blank=True)

    last_activity = models.DateTimeField(_("last activity"))
    phase = models.CharField(_("phase"), max_length=20, choices=Phase)
    target_group = models.CharField(_("target group"), max_length=30, choices=TargetGroup)
    urgency = models.CharField(_("urgency"), max_length=10, choices=Urgency, default=Urgency.NORMAL)
    municipality = models.CharField(_("municipality"), max_length=30, choices=Municipality, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="participation_ends_after_it_starts",
                violation_error_message=_("The participation ends before it begins."),
            ),
            ExclusionConstraint(
                name="participation_never_overlaps",
                expressions=[
                    (NotForLookUps("case"), RangeOperators.EQUAL),
                    (NotForLookUps("agency"), RangeOperators.EQUAL),
                    (Period("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("This agency already takes part in the case at that time."),
            ),
            ExclusionConstraint(
                name="participation_one_lead_at_a_time",
                expressions=[
                    ("case", RangeOperators.EQUAL),
                    (Period("starts_on", "ends_on"), RangeOperators.OVERLAPS),
                ],
                condition=models.Q(access=Access.LEAD),
                violation_error_message=_("Only one agency leads a case."),
            ),
        ]
        indexes = [
            models.Index(
                "case", "agency", name="participation_case", include=["access", "starts_on", "ends_on"]
            ),
            models.Index(
                "agency", "file_number", name="participation_file_number", condition=~models.Q(file_number="")
            ),
            models.Index(
                "agency",
                models.F("starts_on").desc(),
                name="participation_nobody_named",
                condition=models.Q(responsible=None),
            ),
            *[page_index(name, *columns) for name, columns in PAGE_INDEXES.items()],
        ]

    def __str__(self) -> str:
        return f"{self.agency.short_name}: {self.get_access_display()}"

    @property
    def trail_label(self) -> str:
        """Which agency it lets in."""
        return self.agency.short_name

    @property
    def trail_case_id(self) -> uuid.UUID:
        """The case it opens."""
        return self.case_id

    @property
    def areas_in_order(self) -> list["ParticipationArea"]:
        """The life areas it covers, in the order of the guide."""
        return sorted(self.areas.all(), key=lambda area: LifeArea.values.index(area.life_area))

    @property
    def bases(self) -> list[LegalBasis]:
        """The legal bases it rests on, each named once."""
        return list({area.legal_basis_id: area.legal_basis for area in self.areas_in_order}.values())

    @property
    def last_day(self) -> date | None:
        """The last day with access, as people write it; None while it is open."""
        return max(self.ends_on - timedelta(days=1), self.starts_on) if self.ends_on else None

    @property
    def is_lead(self) -> bool:
        """The agency that leads the case."""
        return self.access == Access.LEAD

    def is_in_force(self, *, on: date | None = None) -> bool:
        """Whether it counts on a day."""
        day = on or today()
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


class ParticipationArea(models.Model):
    """A life area that a participation covers, with the legal basis for it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, related_name="areas", verbose_name=_("participation")
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", verbose_name=_("case"))
    life_area = models.CharField(_("life area"), max_length=30, choices=LifeArea)
    legal_basis = models.ForeignKey(
        LegalBasis, on_delete=models.PROTECT, related_name="+", verbose_name=_("legal basis")
    )

    class Meta:
        verbose_name = _("life area of a participation")
        verbose_name_plural = _("life areas of a participation")
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "life_area"], name="participation_names_an_area_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_life_area_display()} ({self.legal_basis})"
