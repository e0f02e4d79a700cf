"""What one reader sees of an analysis: her own agency's whole, of another's the open rows alone."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from django.db import models

from agencies.models import Membership
from cases.area_parts import AreaPart, areas_without, in_order
from cases.models import (
    AnalysisBreakPoint,
    AnalysisInterview,
    AnalysisRow,
    AnalysisStep,
    AnalysisText,
    BreakPoint,
    CaseAnalysis,
    ConferenceProposal,
    Interview,
    JourneyStep,
)
from cases.models.analysis import TextKind
from cases.second_look_state import SecondLookState, second_look_states

OPENING = (TextKind.OCCASION, TextKind.OWN_WORDS, TextKind.GOALS)
CLOSING = (TextKind.WORKED, TextKind.CASE_OR_THEME)


class AnalysisReading:
    """An analysis of a case, for its page."""

    def __init__(self, analysis: CaseAnalysis, *, reader: Membership) -> None:
        self.analysis = analysis
        self.reader = reader
        self.is_own = analysis.agency_id == reader.agency_id

    @cached_property
    def texts(self) -> dict[str, AnalysisText]:
        """The sections in running text; never another agency's."""
        found = AnalysisText.objects.visible_to(self.reader).filter(analysis=self.analysis)
        return {text.kind: text for text in found}

    @property
    def opening(self) -> list[AnalysisText]:
        """What stands before the life areas."""
        return [self.texts[kind] for kind in OPENING if kind in self.texts]

    @property
    def closing(self) -> list[AnalysisText]:
        """What stands after the break points."""
        return [self.texts[kind] for kind in CLOSING if kind in self.texts]

    @property
    def sharing_wish(self) -> AnalysisText | None:
        """What the person wants whom to know."""
        return self.texts.get(TextKind.SHARING_WISH)

    @cached_property
    def rows(self) -> list[AreaPart]:
        """The life areas."""
        found = AnalysisRow.objects.visible_to(self.reader).filter(analysis=self.analysis)
        return in_order(found, case=self.analysis.case, reader=self.reader)

    @cached_property
    def interviews(self) -> list[Interview]:
        """What it was made from, as far as that is open to the reader."""
        named = AnalysisInterview.objects.visible_to(self.reader).filter(analysis=self.analysis)
        found = Interview.objects.visible_to(self.reader).filter(pk__in=named.values("interview_id"))
        return list(found.select_related("agency").order_by("-held_on", "-pk"))

    @cached_property
    def steps(self) -> list[JourneyStep]:
        """The way through the offices, as far as it is open to the reader."""
        named = AnalysisStep.objects.visible_to(self.reader).filter(analysis=self.analysis)
        found = JourneyStep.objects.visible_to(self.reader).filter(pk__in=named.values("step_id"))
        return list(found.in_order().select_related("from_agency", "to_agency"))

    @cached_property
    def break_points(self) -> list[tuple[BreakPoint, AnalysisBreakPoint]]:
        """Break points that are open to the reader, each with what the analysis says about it."""
        named = AnalysisBreakPoint.objects.visible_to(self.reader).filter(analysis=self.analysis)
        said = {each.break_point_id: each for each in named}
        found = BreakPoint.objects.visible_to(self.reader).filter(pk__in=said).select_related("interface")
        return [(each, said[each.pk]) for each in found.order_by("found_on", "recorded_at", "pk")]

    @cached_property
    def proposal(self) -> ConferenceProposal | None:
        """What is proposed to the case conference; never another agency's."""
        return ConferenceProposal.objects.visible_to(self.reader).filter(analysis=self.analysis).first()

    @cached_property
    def second_look(self) -> SecondLookState | None:
        """How it stands with the second look; nothing for another agency."""
        return second_look_states([self.analysis], reader=self.reader).get(self.analysis.pk)

    @property
    def not_entered(self) -> list[str]:
        """Life areas of which her agency's analysis says nothing."""
        return areas_without(self.rows) if self.is_own else []


def count_of_rows(analyses: Iterable[CaseAnalysis], *, reader: Membership) -> dict[UUID, int]:
    """How many life areas the reader sees, by analysis."""
    rows = AnalysisRow.objects.visible_to(reader).filter(analysis__in=analyses)
    counts = rows.values("analysis_id").annotate(areas=models.Count("pk"))
    return {row["analysis_id"]: row["areas"] for row in counts}
