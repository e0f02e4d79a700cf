"""That a person works for an agency, in which roles, from when until when; every rule asks this."""

import uuid
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.grants import grants
from agencies.models.agency import Agency
from agencies.models.user import User
from agencies.roles import ACTED_IN_ALONE, ROLES_ON_CASES, Role, allows
from audit.trail import Actor
from core.today import today


def in_force(*, prefix: str = "", on: date | None = None) -> models.Q:
    """The condition on memberships (or, with a prefix, on what points to them): of active users in active agencies."""
    day = on or today()
    lasting = models.Q(**{f"{prefix}ends_on": None}) | models.Q(**{f"{prefix}ends_on__gt": day})
    active = {f"{prefix}user__is_active": True, f"{prefix}agency__active": True}
    return lasting & models.Q(**{f"{prefix}starts_on__lte": day}, **active)


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships by day."""

    def in_force(self, *, on: date | None = None) -> "MembershipQuerySet":
        """Those that count on a day."""
        return self.filter(in_force(on=on))

    def to_be_told(self, agency: Agency) -> "MembershipQuerySet":
        """Who hears what concerns an agency's case as a whole: its team leads, without one all who work on cases."""
        there = self.in_force().filter(agency=agency)
        leads = there.filter(roles__contains=[Role.TEAM_LEAD])
        on_cases = there.filter(roles__overlap=ROLES_ON_CASES)
        return leads if leads.exists() else on_cases

    def administered_by(self, membership: "Membership | None") -> "MembershipQuerySet":
        """Those in the agencies that she administers, ended ones too."""
        return self.filter(agency__in=Agency.objects.administered_by(membership))

    def central(self) -> "MembershipQuerySet":
        """Central administrators in force, and not only until a day: one of them must remain."""
        return self.in_force().filter(central=True, ends_on=None)


class Membership(models.Model):
    """The tie between a user and an agency."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="memberships", verbose_name=_("agency")
    )
    roles = ArrayField(models.CharField(max_length=30, choices=Role), verbose_name=_("roles"))
    central = models.BooleanField(
        _("central"),
        default=False,
        help_text=_("Administers the access of all agencies, otherwise of this one alone."),
    )
    telephone = models.CharField(_("telephone"), max_length=40, blank=True, default="")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("ends on"), null=True, blank=True, help_text=_("The first day without access.")
    )

    objects = MembershipQuerySet.as_manager()

    # Which of her hats she wears now; None is all roles that may be worn together.
    hat: str | None = None

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "starts_on"], name="membership_starts_once_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="membership_ends_after_it_starts",
                violation_error_message=_("The membership ends before it begins."),
            ),
            models.CheckConstraint(
                condition=models.Q(roles__len__gt=0),
                name="membership_has_a_role",
                violation_error_message=_("Please choose at least one role."),
            ),
            models.CheckConstraint(
                condition=models.Q(central=False) | models.Q(roles__contains=[Role.ACCESS_ADMINISTRATOR]),
                name="membership_is_central_as_access_administrator",
                violation_error_message=_("Only an access administrator can be central."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user.name}, {self.agency.short_name}"

    @property
    def trail_label(self) -> str:
        """How the trail names it."""
        return str(self)

    @property
    def trail_case_id(self) -> None:
        """It hangs on no case."""

    @property
    def watches(self) -> bool:
        """Holds a role that watches over others; the central administration alone gives and takes those."""
        return not ACTED_IN_ALONE.isdisjoint(self.roles)

    @property
    def last_day(self) -> date | None:
        """The last day with access, as tables show it."""
        return self.ends_on - timedelta(days=1) if self.ends_on else None

    @property
    def hats(self) -> list[str | None]:
        """The ways in which she can act for this agency: working roles together, watching roles alone."""
        alone: list[str | None] = [role for role in self.roles if role in ACTED_IN_ALONE]
        together: list[str | None] = [None] if set(self.roles) - ACTED_IN_ALONE else []
        return together + alone

    @property
    def acting_roles(self) -> frozenset[str]:
        """The roles that count while she acts."""
        return frozenset({self.hat}) if self.hat else frozenset(self.roles) - ACTED_IN_ALONE

    def is_in_force(self, *, on: date | None = None) -> bool:
        """Active user, active agency, and a day within the membership."""
        day = on or today()
        within = self.starts_on <= day and (self.ends_on is None or day < self.ends_on)
        return within and self.user.is_active and self.agency.active

    def allows(self, codename: str) -> bool:
        """Whether she may do this at all, whatever the case."""
        return self.is_in_force() and allows(self.acting_roles, codename)

    def may(self, codename: str, case: models.Model) -> bool:
        """Whether she may do this with this case: her role and her agency's participation agree."""
        return self.allows(codename) and grants(self.agency, codename, case)

    def as_actor(self, *, channel: str) -> Actor:
        """How the trail names her."""
        return Actor(
            person_id=self.user_id,
            person=self.user.name,
            agency_id=self.agency_id,
            agency=self.agency.name,
            channel=channel,
        )
