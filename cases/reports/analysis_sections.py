"""The sections of an analysis beside its life areas, as its reader may see them."""

from typing import Any
from uuid import UUID

from cases.analysis_reading import AnalysisReading
from cases.models import AnalysisBreakPoint, BreakPoint, JourneyStep
from cases.models.analysis import TextKind
from cases.reports.analysis_on_paper import BreakPointOnPaper, ProposalOnPaper, StepLine
from cases.reports.way import journey_line


def sections_of(reading: AnalysisReading) -> dict[str, Any]:
    """By the name of the document's field."""
    proposal = reading.proposal
    return {
        **{str(kind): reading.texts[kind].text if kind in reading.texts else "" for kind in TextKind},
        "steps": tuple(_step(step) for step in reading.steps),
        "break_points": tuple(_break_point(point, said) for point, said in reading.break_points),
        "proposal": proposal
        and ProposalOnPaper(
            question=proposal.question,
            aim=proposal.aim,
            agencies=proposal.agencies,
            minutes=proposal.minutes,
            naming=str(proposal.get_naming_display()),
        ),
    }


def parts_of(reading: AnalysisReading) -> frozenset[UUID]:
    """The ids of what stands in these sections."""
    parts = [*reading.texts.values(), *reading.steps, *(point for point, _ in reading.break_points)]
    return frozenset(part.pk for part in [*parts, *([reading.proposal] if reading.proposal else [])])


def said_about(said: AnalysisBreakPoint) -> str:
    """Single case or theme, for which working group, and why."""
    words = [said.get_classification_display(), said.get_workgroup_display(), said.note]
    return ", ".join(str(word) for word in words if word)


def _step(step: JourneyStep) -> StepLine:
    line = journey_line(step)
    return StepLine(when=line.when, what=line.what, way=line.way, price=line.price)


def _break_point(point: BreakPoint, said: AnalysisBreakPoint) -> BreakPointOnPaper:
    return BreakPointOnPaper(
        interface=str(point.interface),
        category=str(point.get_category_display()),
        what_happened=point.what_happened,
        effect=point.effect,
        days_lost=point.days_lost,
        would_have_helped=point.would_have_helped,
        caught_by=point.caught_by,
        said=said_about(said),
    )
