"""That the case was taken up, and that it entered a phase."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, PhaseChange
from cases.timeline.source import Happening, on_day_at
from core.today import today


class Phases:
    """Every agency that takes part knows them; they belong to no life area."""

    kind = "phase"
    label = gettext_lazy("Phases")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[PhaseChange]:
        """Phase changes of a case that she sees."""
        found = _of_case(case, reader=reader).filter(on__lte=today())
        found = found.none() if life_area else found
        return found.annotate(moment=on_day_at(models.F("on"), "at"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """The first of them is the taking up."""
        first = case.phase_changes.order_by("on", "at").values("pk")[:1]
        found = _of_case(case, reader=reader).filter(pk__in=ids)
        found = found.annotate(
            is_first=models.ExpressionWrapper(models.Q(pk=models.Subquery(first)), models.BooleanField())
        )
        path = reverse("cases:phases", args=[case.pk])
        return {
            each.pk: Happening(
                when=date_format(each.on),
                text=(_("The case was taken up: phase %s") if each.is_first else _("Phase: %s"))
                % each.get_phase_display(),
                agency=each.by,
                path=path,
                note=each.reason,
            )
            for each in found
        }


def _of_case(case: Case, *, reader: Membership) -> models.QuerySet[PhaseChange]:
    return PhaseChange.objects.filter(case=case, case__in=Case.objects.visible_to(reader).values("pk"))
