"""The person; she belongs to cases and is visible exactly to the agencies that take part in one of them."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from cases.models.vocabulary import Sex, TargetGroup, YesNo
from core.partial_date import age_on, for_people, validate_partial_date
from core.today import today

ADULT_AT = 18


class Migrant(models.Model):
    """Names as printed in the papers; unknown and not asked are valid."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    taken_up_by = models.ForeignKey(
        Agency, on_delete=models.PROTECT, related_name="+", verbose_name=_("taken up by")
    )
    given_names = models.CharField(_("given names"), max_length=120, blank=True)
    family_name = models.CharField(_("family name"), max_length=120)
    birth = models.CharField(
        _("date of birth"), max_length=10, blank=True, validators=[validate_partial_date]
    )
    sex = models.CharField(_("sex"), max_length=10, choices=Sex, default=Sex.UNKNOWN)
    origin = models.CharField(_("country of origin"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=60, blank=True)
    mediator_needed = models.CharField(
        _("language mediator needed"), max_length=10, choices=YesNo, default=YesNo.NOT_ASKED
    )
    municipality = models.CharField(_("municipality"), max_length=80, blank=True)
    unaccompanied_minor = models.BooleanField(_("came unaccompanied as a minor"), default=False)
    target_group_override = models.CharField(
        _("target group set by hand"), max_length=30, choices=TargetGroup, blank=True
    )
    override_reason = models.CharField(_("reason"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("migrant")
        verbose_name_plural = _("migrants")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target_group_override="") | ~models.Q(override_reason=""),
                name="migrant_override_says_why",
                violation_error_message=_("Please say why the target group is set by hand."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Given names and family name as far as they are known."""
        return f"{self.given_names} {self.family_name}".strip()

    @property
    def birth_for_people(self) -> str:
        """The date of birth as far as it is known."""
        return for_people(self.birth)

    @property
    def age(self) -> tuple[int, int] | None:
        """Youngest and oldest possible age today."""
        return age_on(self.birth, today())

    def target_group_on(self, day: date) -> TargetGroup:
        """The group on a day: set by hand, else unaccompanied minor, else by the title that is effective."""
        if self.target_group_override:
            return TargetGroup(self.target_group_override)
        if self.unaccompanied_minor and self._is_minor_on(day):
            return TargetGroup.UNACCOMPANIED_MINOR
        period = self.residence_periods.effective_on(day).first()
        return period.target_group if period else TargetGroup.UNDETERMINED

    def _is_minor_on(self, day: date) -> bool:
        age = age_on(self.birth, day)
        return age is None or age[0] < ADULT_AT
