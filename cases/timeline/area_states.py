"""How the life areas stand, on the day an agency last said so."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import AreaState, Case
from cases.timeline.source import Happening, on_day
from core.today import today


class AreaStates:
    """Her agency's own, and what is shared in open life areas."""

    kind = "area_state"
    label = gettext_lazy("States of life areas")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[AreaState]:
        """The present state of each area, perhaps of one."""
        found: models.QuerySet[AreaState] = AreaState.objects.visible_to(reader)
        found = found.filter(case=case, changed_on__lte=today())
        if life_area:
            found = found.filter(life_area=life_area)
        return found.annotate(moment=on_day("changed_on"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """Area, state and need."""
        path = reverse("cases:detail", args=[case.pk])
        found = AreaState.objects.visible_to(reader).filter(pk__in=ids).select_related("agency")
        return {
            each.pk: Happening(
                when=date_format(each.changed_on),
                text=_("%(area)s: %(state)s")
                % {"area": each.get_life_area_display(), "state": each.get_state_display()},
                agency=each.agency.short_name,
                path=path,
                note=each.need,
            )
            for each in found
        }
