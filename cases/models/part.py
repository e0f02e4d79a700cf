"""A part of a case: written by one agency, and kept by it or shared in a life area."""

import uuid
from typing import Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from agencies.models import Agency, Membership
from agencies.models.checked_text import valid_on
from cases.models.case import Case
from cases.models.participation import ParticipationArea
from cases.models.participation_rule import in_force
from cases.models.vocabulary import LifeArea
from core.today import today

PartT = TypeVar("PartT", bound=models.Model)


class OwnPartQuerySet(models.QuerySet[PartT]):
    """Parts that stay with the agency that wrote them."""

    def visible_to(self, membership: Membership | None) -> Self:
        """What the acting agency wrote itself, in cases it takes part in."""
        if membership is None:
            return self.none()
        return self._in_visible_cases(membership).filter(agency_id=membership.agency_id)

    def _in_visible_cases(self, membership: Membership) -> Self:
        cases = Case.objects.visible_to(membership)
        return self.filter(case__in=cases.values("pk"))


class SharedPartQuerySet(OwnPartQuerySet[PartT]):
    """Parts that their writer may share in a life area."""

    def visible_to(self, membership: Membership | None) -> Self:
        """Her agency's own parts, and of the others' the shared ones in life areas open to it."""
        if membership is None:
            return self.none()
        own = models.Q(agency_id=membership.agency_id)
        shared = models.Q(shared=True) & models.Q(models.Exists(open_areas(membership)))
        return self._in_visible_cases(membership).filter(own | shared)


def areas_open_to(agency_id: uuid.UUID) -> models.QuerySet[ParticipationArea]:
    """Life areas of cases that are open to an agency: covered today, on a basis that is law today."""
    return ParticipationArea.objects.filter(
        in_force(prefix="participation__"),
        valid_on(today(), prefix="legal_basis__"),
        participation__agency_id=agency_id,
    )


def open_areas(membership: Membership) -> models.QuerySet[ParticipationArea]:
    """Those of them that are the life area of a part, in the part's case."""
    return areas_open_to(membership.agency_id).filter(
        case_id=models.OuterRef("case_id"), life_area=models.OuterRef("life_area")
    )


class OwnPart(models.Model):
    """What an agency wrote in a case and keeps to itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+", verbose_name=_("case"))
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+", verbose_name=_("agency"))

    class Meta:
        abstract = True

    @property
    def trail_label(self) -> str:
        """The case's number; a part has no name that the trail may hold."""
        return self.case.number

    @property
    def trail_case_id(self) -> uuid.UUID:
        """The case it belongs to."""
        return self.case_id


class SharedPart(OwnPart):
    """What an agency wrote in a life area, shared or not; not is the default."""

    life_area = models.CharField(_("life area"), max_length=30, choices=LifeArea)
    shared = models.BooleanField(_("shared with agencies in this area"), default=False)

    class Meta:
        abstract = True
