"""Steps of the way through the offices."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.db.models.functions import Concat, Length, Substr
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, JourneyStep
from cases.timeline.source import Happening, on_day_at
from core.partial_date import for_people

# "2026" and "2026-03" are completed by the end of this to their first day.
FIRST_DAY = models.Value("0001-01-01")
FIRST_POSSIBLE_DAY = Concat("on", Substr(FIRST_DAY, Length("on") + 1))


class Steps:
    """On their first possible day; a step of an unknown day when it was written down."""

    kind = "step"
    label = gettext_lazy("Way through the offices")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[JourneyStep]:
        """Her agency's own, and what is shared in open life areas."""
        found = JourneyStep.objects.visible_to(reader).filter(case=case)
        if life_area:
            found = found.filter(life_area=life_area)
        day = models.Case(
            models.When(on="", then=models.F("recorded_at")),
            default=on_day_at(FIRST_POSSIBLE_DAY, "recorded_at"),
            output_field=models.DateTimeField(),
        )
        return found.annotate(moment=day)

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """From whom to whom, and what happened."""
        path = reverse("cases:journey", args=[case.pk])
        found = JourneyStep.objects.visible_to(reader).filter(pk__in=ids)
        return {
            each.pk: Happening(
                when=for_people(each.on) or _("day not known"),
                text=str(each),
                agency=each.agency.short_name,
                path=f"{path}#step-{each.pk}",
                note=each.what,
            )
            for each in found.select_related("agency", "from_agency", "to_agency")
        }
