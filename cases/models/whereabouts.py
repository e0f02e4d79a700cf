"""Where the person lives and how she is reached; a table of its own, because a block hides the whole row."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.case import Case
from cases.models.migrant import Migrant, block_in_force
from cases.models.municipality import Municipality


class WhereaboutsQuerySet(models.QuerySet["Whereabouts"]):
    """Whereabouts by reader."""

    def visible_to(self, membership: Membership | None) -> "WhereaboutsQuerySet":
        """Those of the persons she sees; of a person with a block in force only what her agency leads."""
        if membership is None:
            return self.none()
        visible = Case.objects.visible_to(membership).filter(migrant_id=models.OuterRef("migrant_id"))
        led = visible.filter(lead_agency_id=membership.agency_id)
        open_to_her = ~block_in_force(prefix="migrant__") | models.Q(models.Exists(led))
        return self.filter(models.Exists(visible)).filter(open_to_her)


class Whereabouts(models.Model):
    """Address, municipality and contact; one row for a person of whom anything of it is known."""

    migrant = models.OneToOneField(
        Migrant, on_delete=models.CASCADE, primary_key=True, related_name="+", verbose_name=_("migrant")
    )
    street = models.CharField(_("street and number"), max_length=160, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    municipality = models.CharField(_("municipality"), max_length=30, choices=Municipality, blank=True)
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)

    objects = WhereaboutsQuerySet.as_manager()

    class Meta:
        verbose_name = _("whereabouts")
        verbose_name_plural = _("whereabouts")

    def __str__(self) -> str:
        return self.place

    @property
    def place(self) -> str:
        """The municipality, or the town where it lies outside of the Kreis or is not known."""
        if self.municipality and (self.municipality != Municipality.OUTSIDE or not self.town):
            return str(self.get_municipality_display())
        return self.town

    @property
    def address_lines(self) -> list[str]:
        """As on an envelope."""
        return [line for line in (self.street, f"{self.postal_code} {self.town}".strip()) if line]
