"""Family: that two persons belong together, or that somebody has a relative who is no person of Fallbrücke."""

import uuid

from django.db import models
from django.db.models.functions import Greatest, Least
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models.case import Case
from cases.models.migrant import Migrant
from cases.models.part import areas_open_to
from cases.models.vocabulary import LifeArea
from core.partial_date import for_people, validate_partial_date


class Kinship(models.TextChoices):
    """What the relative is to the person."""

    PARTNER = "partner", _("spouse or partner")
    CHILD = "child", _("child")
    PARENT = "parent", _("parent")
    SIBLING = "sibling", _("sibling")
    GUARDIAN = "guardian", _("guardian")
    WARD = "ward", _("ward")
    OTHER = "other", _("other relative")


# Read from the other side a parent is a child, and a guardian has a ward.
OPPOSITE: dict[str, str] = {
    Kinship.CHILD: Kinship.PARENT,
    Kinship.PARENT: Kinship.CHILD,
    Kinship.GUARDIAN: Kinship.WARD,
    Kinship.WARD: Kinship.GUARDIAN,
}


class FamilyLinkQuerySet(models.QuerySet["FamilyLink"]):
    """Family links by reader."""

    def visible_to(self, membership: Membership | None) -> "FamilyLinkQuerySet":
        """Links of which she sees both ends, where the life area family of one of the two is open to her agency."""
        if membership is None or not membership.allows("view_case"):
            return self.none()
        visible = Case.objects.visible_to(membership)
        family = areas_open_to(membership.agency_id).filter(life_area=LifeArea.FAMILY)

        def sees(end: str) -> models.Q:
            return models.Q(models.Exists(visible.filter(migrant_id=models.OuterRef(end))))

        def is_open(end: str) -> models.Q:
            return models.Q(models.Exists(family.filter(case__migrant_id=models.OuterRef(end))))

        both = sees("person_id") & (models.Q(relative=None) | sees("relative_id"))
        return self.filter(both & (is_open("person_id") | is_open("relative_id")))

    def of(self, person_id: uuid.UUID) -> "FamilyLinkQuerySet":
        """The links of one person, from whichever side they were recorded."""
        return self.filter(models.Q(person_id=person_id) | models.Q(relative_id=person_id))


class FamilyLink(models.Model):
    """The relative is the person's child, parent or partner; each of two persons keeps her own consents and titles."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Migrant, on_delete=models.CASCADE, related_name="+", verbose_name=_("person"))
    kind = models.CharField(_("kinship"), max_length=12, choices=Kinship)
    relative = models.ForeignKey(
        Migrant, on_delete=models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("relative")
    )
    name = models.CharField(_("name"), max_length=160, blank=True)
    birth = models.CharField(
        _("date of birth"), max_length=10, blank=True, validators=[validate_partial_date]
    )
    place = models.CharField(_("where the relative is"), max_length=80, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    changed_by = models.CharField(_("recorded by"), max_length=300)
    changed_at = models.DateTimeField(_("recorded at"), default=timezone.now)

    objects = FamilyLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("family link")
        verbose_name_plural = _("family links")
        ordering = ["kind", "changed_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(relative=None) | ~models.Q(relative=models.F("person")),
                name="family_link_joins_two",
                violation_error_message=_("A person is not her own relative."),
            ),
            models.CheckConstraint(
                condition=models.Q(relative=None) ^ models.Q(name=""),
                name="family_link_is_with_a_person_or_a_name",
                violation_error_message=_("Please name either a case or a name."),
            ),
            models.UniqueConstraint(
                Least("person", "relative"),
                Greatest("person", "relative"),
                condition=models.Q(relative__isnull=False),
                name="family_link_once_for_two",
                violation_error_message=_("These two persons are linked already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_kind_display())

    @property
    def birth_for_people(self) -> str:
        """The date of birth as far as it is known."""
        return for_people(self.birth)

    def kind_seen_from(self, person_id: uuid.UUID) -> Kinship:
        """What the other one is to this person."""
        kind = self.kind if person_id == self.person_id else OPPOSITE.get(self.kind, self.kind)
        return Kinship(kind)

    def other_than(self, person_id: uuid.UUID) -> str:
        """The name of the other one."""
        other = self.relative if person_id == self.person_id else self.person
        return other.name if other else self.name

    def other_id(self, person_id: uuid.UUID) -> uuid.UUID | None:
        """The other person of the link; None for a relative without a record."""
        return self.relative_id if person_id == self.person_id else self.person_id
