"""Break points, on the day they were found."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import BreakPoint, Case
from cases.timeline.source import Happening, on_day_at
from core.today import today


class BreakPoints:
    """Her agency's own, and what is shared in open life areas."""

    kind = "break_point"
    label = gettext_lazy("Break points")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[BreakPoint]:
        """Perhaps of one life area."""
        found = BreakPoint.objects.visible_to(reader).filter(case=case, found_on__lte=today())
        if life_area:
            found = found.filter(life_area=life_area)
        return found.annotate(moment=on_day_at(models.F("found_on"), "recorded_at"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """At which interface, and what happened."""
        path = reverse("cases:journey", args=[case.pk])
        found = BreakPoint.objects.visible_to(reader).filter(pk__in=ids)
        return {
            each.pk: Happening(
                when=date_format(each.found_on),
                text=_("Break point %(interface)s: %(category)s")
                % {"interface": each.interface, "category": each.get_category_display()},
                agency=each.agency.short_name,
                path=f"{path}#break-{each.pk}",
                note=each.what_happened,
            )
            for each in found.select_related("agency", "interface")
        }
