"""That an agency began to take part, and that it ceased to."""

from collections.abc import Mapping, Sequence
from typing import ClassVar
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, Participation
from cases.timeline.source import Happening, on_day
from core.today import today


class ParticipationsBegun:
    """Every agency that takes part knows who else does; narrowed to the life areas they cover."""

    kind = "participation_begun"
    label = gettext_lazy("Agencies brought in")
    day: ClassVar[str] = "starts_on"
    rank: ClassVar[int] = 0

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[Participation]:
        """Participations of a case that she sees, by their day."""
        found = _of_case(case, reader=reader).filter(**{f"{self.day}__lte": today()})
        if life_area:
            found = found.filter(areas__life_area=life_area)
        return found.annotate(moment=on_day(self.day, rank=self.rank))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """Which agency, and how far its access reaches."""
        path = reverse("cases:participations", args=[case.pk])
        found = _of_case(case, reader=reader).filter(pk__in=ids).select_related("agency")
        return {
            each.pk: Happening(
                when=date_format(getattr(each, self.day)),
                text=self.sentence(each),
                agency="",
                path=path,
            )
            for each in found
        }

    def sentence(self, participation: Participation) -> str:
        """What happened."""
        name, access = participation.agency.short_name, participation.get_access_display()
        return _("%(agency)s takes part (%(access)s)") % {"agency": name, "access": access}


class ParticipationsEnded(ParticipationsBegun):
    """The first day without access."""

    kind = "participation_ended"
    label = gettext_lazy("Participations ended")
    day = "ends_on"
    rank = 1

    def sentence(self, participation: Participation) -> str:
        """What happened."""
        return _("%s no longer takes part") % participation.agency.short_name


def _of_case(case: Case, *, reader: Membership) -> models.QuerySet[Participation]:
    return Participation.objects.filter(case=case, case__in=Case.objects.visible_to(reader).values("pk"))
