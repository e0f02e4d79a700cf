"""The person; she belongs to cases and is visible exactly to the agencies that take part in one of them."""

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency
from cases.models.name_key import NameKey
from cases.models.nationality import nationality_name, validate_nationality
from cases.models.vocabulary import Sex, TargetGroup, YesNo
from core.partial_date import age_on, for_people, validate_partial_date
from core.today import today

if TYPE_CHECKING:
    from cases.models.whereabouts import Whereabouts

ADULT_AT = 18
ALIASES_AT_MOST = 10
ALIAS_LENGTH = 160
FOUND_BY = {"given_names", "family_name", "aliases", "birth"}
NATIONALITIES_AT_MOST = 10


def block_in_force(*, prefix: str = "", on: date | None = None) -> models.Q:
    """The condition on persons whose whereabouts are blocked on a day; the last day counts in full."""
    until = f"{prefix}blocked_until"
    runs = models.Q(**{until: None}) | models.Q(**{f"{until}__gte": on or today()})
    return models.Q(**{f"{prefix}information_block": True}) & runs


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
    aliases = ArrayField(
        models.CharField(max_length=ALIAS_LENGTH),
        verbose_name=_("other names"),
        default=list,
        blank=True,
        size=ALIASES_AT_MOST,
    )
    sex = models.CharField(_("sex"), max_length=10, choices=Sex, default=Sex.UNKNOWN)
    nationalities = ArrayField(
        models.CharField(max_length=3, validators=[validate_nationality]),
        verbose_name=_("nationalities"),
        default=list,
        blank=True,
        size=NATIONALITIES_AT_MOST,
    )
    origin = models.CharField(_("country of origin"), max_length=80, blank=True)
    language = models.CharField(_("language"), max_length=60, blank=True)
    mediator_needed = models.CharField(
        _("language mediator needed"), max_length=10, choices=YesNo, default=YesNo.NOT_ASKED
    )
    unaccompanied_minor = models.BooleanField(_("came unaccompanied as a minor"), default=False)
    target_group_override = models.CharField(
        _("target group set by hand"), max_length=30, choices=TargetGroup, blank=True
    )
    override_reason = models.CharField(_("reason"), max_length=300, blank=True)
    information_block = models.BooleanField(
        _("information block"), default=False, help_text=_("Auskunftssperre, § 51 BMG.")
    )
    blocked_until = models.DateField(_("blocked until"), null=True, blank=True)

    # What an answer of the interface carries, as far as its reader may see it.
    open_whereabouts: "Whereabouts | None"

    class Meta:
        verbose_name = _("migrant")
        verbose_name_plural = _("migrants")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(target_group_override="") | ~models.Q(override_reason=""),
                name="migrant_override_says_why",
                violation_error_message=_("Please say why the target group is set by hand."),
            ),
            models.CheckConstraint(
                condition=models.Q(information_block=True) | models.Q(blocked_until=None),
                name="migrant_only_a_block_has_an_end",
                violation_error_message=_("Only a block has a last day."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The keys by which she is found are stored with her names."""
        is_new, changed = self._state.adding, kwargs.get("update_fields")
        super().save(*args, **kwargs)
        if changed is None or FOUND_BY & set(changed):
            NameKey.objects.keep(self.pk, names=self.names, birth=self.birth, is_new=is_new)

    @property
    def names(self) -> list[str]:
        """All names that she is found by."""
        return [self.given_names, self.family_name, *self.aliases]

    @property
    def name(self) -> str:
        """Given names and family name as far as they are known."""
        return f"{self.given_names} {self.family_name}".strip()

    @property
    def birth_for_people(self) -> str:
        """The date of birth as far as it is known."""
        return for_people(self.birth)

    @property
    def nationality_names(self) -> list[str]:
        """The nationalities by their names."""
        return [nationality_name(code) for code in self.nationalities]

    @property
    def is_blocked(self) -> bool:
        """Today only the leading agency may know where she lives."""
        runs = self.blocked_until is None or self.blocked_until >= today()
        return self.information_block and runs

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
