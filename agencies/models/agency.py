"""The functional unit that works in cases; in a Kreis it is the controller (§ 67 Abs. 4 SGB X)."""

import uuid
from typing import TYPE_CHECKING

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from agencies.models.membership import Membership


class Carrier(models.Model):
    """The body an agency belongs to, for example Kreis Lippe."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(_("name"), max_length=160, unique=True)

    class Meta:
        verbose_name = _("carrier")
        verbose_name_plural = _("carriers")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def trail_label(self) -> str:
        """How the trail names it."""
        return self.name

    @property
    def trail_case_id(self) -> None:
        """It hangs on no case."""


class AgencyKind(models.TextChoices):
    """What an agency does; interfaces are pairs of these kinds."""

    IMMIGRATION_OFFICE = "immigration_office", _("immigration office")
    INTEGRATION_CENTRE = "integration_centre", _("integration centre")
    YOUTH_OFFICE = "youth_office", _("youth office")
    GUARDIANSHIP = "guardianship", _("official guardianship")
    SOCIAL_OFFICE = "social_office", _("social welfare office")
    HEALTH_OFFICE = "health_office", _("health office")
    ROAD_TRAFFIC_OFFICE = "road_traffic_office", _("road traffic office")
    SCHOOL_OFFICE = "school_office", _("school office")
    JOBCENTRE = "jobcentre", _("jobcentre")
    EMPLOYMENT_AGENCY = "employment_agency", _("employment agency")
    COUNSELLING = "counselling", _("advice centre")
    FEDERAL_OFFICE = "federal_office", _("federal office")
    RECOGNITION_OFFICE = "recognition_office", _("recognition office")
    LANGUAGE_SCHOOL = "language_school", _("language course provider")
    MUNICIPALITY = "municipality", _("municipality")


class LegalKind(models.TextChoices):
    """Which rules of secrecy bind an agency."""

    SOCIAL_BENEFIT_BODY = "social_benefit_body", _("body under § 35 SGB I")
    PROFESSIONAL_SECRECY = "professional_secrecy", _("profession under § 203 StGB")
    WELFARE_BODY = "welfare_body", _("independent welfare body")
    SCHOOL = "school", _("school authority")
    PUBLIC_OTHER = "public_other", _("other public body")
    OTHER = "other", _("other body")


class AgencyQuerySet(models.QuerySet["Agency"]):
    """Agencies by who may administer the access to them."""

    def administered_by(self, membership: "Membership | None") -> "AgencyQuerySet":
        """All for a central access administrator, her own for a delegated one, none for anybody else."""
        if membership is None or not membership.allows("manage_access"):
            return self.none()
        return self if membership.central else self.filter(pk=membership.agency_id)


class Agency(models.Model):
    """The tenant. Its group carries guardian's grants; no user is ever in a group."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    carrier = models.ForeignKey(
        Carrier, on_delete=models.PROTECT, related_name="agencies", verbose_name=_("carrier")
    )
    group = models.OneToOneField(
        Group, on_delete=models.PROTECT, related_name="agency", verbose_name=_("group")
    )
    name = models.CharField(_("name"), max_length=160, unique=True)
    short_name = models.CharField(_("short name"), max_length=60, unique=True)
    kind = models.CharField(_("kind"), max_length=30, choices=AgencyKind)
    legal_kind = models.CharField(_("legal kind"), max_length=30, choices=LegalKind)
    duty_to_report = models.BooleanField(
        _("duty to report under § 87 AufenthG"),
        help_text=_("Whether it must tell the immigration office unasked (§ 87 Abs. 2 AufenthG)."),
    )
    place = models.CharField(_("place"), max_length=80)
    active = models.BooleanField(_("active"), default=True)

    objects = AgencyQuerySet.as_manager()

    class Meta:
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def needs_basis_for_each_area(self) -> bool:
        """Outside § 35 SGB I no common legal basis is assumed: each life area names its own."""
        return self.legal_kind != LegalKind.SOCIAL_BENEFIT_BODY

    @property
    def trail_label(self) -> str:
        """How the trail names it."""
        return self.name

    @property
    def trail_case_id(self) -> None:
        """It hangs on no case."""
