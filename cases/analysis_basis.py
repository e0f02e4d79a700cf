"""What an analysis can rest on: interviews, steps and break points of the case that are open to its agency."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from agencies.models import Membership
from cases.analysis_content import AnalysisContent
from cases.models import BreakPoint, Case, CaseAnalysis, Interview, JourneyStep

KINDS = ("interviews", "steps", "break_points")


@dataclass(frozen=True, slots=True)
class Basis:
    """Ids by kind."""

    interviews: frozenset[UUID] = frozenset()
    steps: frozenset[UUID] = frozenset()
    break_points: frozenset[UUID] = frozenset()

    def __sub__(self, other: "Basis") -> "Basis":
        return Basis(*(getattr(self, kind) - getattr(other, kind) for kind in KINDS))

    def __bool__(self) -> bool:
        return any(getattr(self, kind) for kind in KINDS)


def open_basis(case: Case, *, to: Membership) -> Basis:
    """All of the case that she may name."""
    visible: Iterable[Any] = (each.objects.visible_to(to) for each in (Interview, JourneyStep, BreakPoint))
    return Basis(*(frozenset(found.filter(case=case).values_list("pk", flat=True)) for found in visible))


def basis_of(content: AnalysisContent) -> Basis:
    """What the content names."""
    return Basis(*(frozenset(getattr(content, kind)) for kind in KINDS))


def stored_basis(analysis: CaseAnalysis) -> Basis:
    """What an analysis of the own agency names, also what is no longer open to it; without what was deleted since."""
    return Basis(
        frozenset(analysis.interviews.values_list("interview_id", flat=True)),
        frozenset(analysis.steps.values_list("step_id", flat=True)),
        frozenset(analysis.break_points.values_list("break_point_id", flat=True)),
    )


def present_content(analysis: CaseAnalysis) -> AnalysisContent:
    """What an analysis of the own agency says now."""
    return AnalysisContent.thawed(analysis.versions.get(number=analysis.version).content)


def without(content: AnalysisContent, gone: Basis) -> AnalysisContent:
    """The content, which names these no more."""
    return replace(
        content,
        interviews=tuple(key for key in content.interviews if key not in gone.interviews),
        steps=tuple(key for key in content.steps if key not in gone.steps),
        break_points={
            key: each for key, each in content.break_points.items() if key not in gone.break_points
        },
    )


def together(content: AnalysisContent, kept: AnalysisContent) -> AnalysisContent:
    """The content, which also names what another one does."""
    return replace(
        content,
        interviews=tuple({*content.interviews, *kept.interviews}),
        steps=tuple({*content.steps, *kept.steps}),
        break_points={**kept.break_points, **content.break_points},
    )
