"""What one reader sees of an analysis: her own agency's whole, of another's the open rows alone."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from django.db import models

from agencies.models import Membership
from cases.area_parts import AreaPart, areas_without, in_order
from cases.models import AnalysisRow, AnalysisText, CaseAnalysis
from cases.models.analysis import TextKind


class AnalysisReading:
    """An analysis of a case, for its page."""

    def __init__(self, analysis: CaseAnalysis, *, reader: Membership) -> None:
        self.analysis = analysis
        self.reader = reader
        self.is_own = analysis.agency_id == reader.agency_id

    @cached_property
    def texts(self) -> list[AnalysisText]:
        """The sections in running text; never another agency's."""
        found = AnalysisText.objects.visible_to(self.reader).filter(analysis=self.analysis)
        return sorted(found, key=lambda text: TextKind.values.index(text.kind))

    @cached_property
    def rows(self) -> list[AreaPart]:
        """The life areas."""
        found = AnalysisRow.objects.visible_to(self.reader).filter(analysis=self.analysis)
        return in_order(found, case=self.analysis.case, reader=self.reader)

    @property
    def not_entered(self) -> list[str]:
        """Life areas of which her agency's analysis says nothing."""
        return areas_without(self.rows) if self.is_own else []


def count_of_rows(analyses: Iterable[CaseAnalysis], *, reader: Membership) -> dict[UUID, int]:
    """How many life areas the reader sees, by analysis."""
    rows = AnalysisRow.objects.visible_to(reader).filter(analysis__in=analyses)
    counts = rows.values("analysis_id").annotate(areas=models.Count("pk"))
    return {row["analysis_id"]: row["areas"] for row in counts}
