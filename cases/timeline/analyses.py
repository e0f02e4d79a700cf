"""Case analyses of which she may read something."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import AnalysisRow, Case, CaseAnalysis
from cases.timeline.source import Happening, on_day
from core.today import today


class Analyses:
    """On the day they tell about."""

    kind = "analysis"
    label = gettext_lazy("Case analyses")

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[CaseAnalysis]:
        """In a life area: those with a row in it that is open to her."""
        found: models.QuerySet[CaseAnalysis] = CaseAnalysis.objects.visible_to(reader)
        if life_area:
            rows = AnalysisRow.objects.visible_to(reader).filter(life_area=life_area)
            found = found.filter(pk__in=rows.filter(case=case).values("analysis"))
        return found.filter(case=case, as_of__lte=today()).annotate(moment=on_day("as_of"))

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """Which agency wrote it; the title is shown to that agency alone."""
        found = CaseAnalysis.objects.visible_to(reader).filter(pk__in=ids).select_related("agency")
        return {
            each.pk: Happening(
                when=date_format(each.as_of),
                text=_("Case analysis"),
                agency=each.agency.short_name,
                path=reverse("cases:analysis", args=[case.pk, each.pk]),
                note=each.title if each.agency_id == reader.agency_id else "",
            )
            for each in found
        }
