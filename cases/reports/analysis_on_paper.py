"""What an analysis says on paper, whoever it is for: frozen values, so that a template can see no more."""

from dataclasses import dataclass
from datetime import date

# Letters. A longer quotation stands below the occasion in the size of the text, not beside it in large type.
QUOTATION_BESIDE = 240
OCCASION_BESIDE = 900
# A longer line needs a good part of a sheet and may be broken.
LONG_LINE = 900


@dataclass(frozen=True, kw_only=True, slots=True)
class AnalysisLine:
    """One life area: how things stand, what the person can build on, what is needed, who works on it, by when."""

    life_area: str
    situation: str = ""
    resources: str = ""
    need: str = ""
    agencies: str = ""
    deadline: str = ""
    asked: bool = True

    @property
    def is_long(self) -> bool:
        """Whether the line may be broken between two sheets."""
        return max(len(self.situation) + len(self.resources), len(self.need)) > LONG_LINE


@dataclass(frozen=True, kw_only=True, slots=True)
class StepLine:
    """One step of the way through the offices."""

    when: str
    what: str
    way: str
    price: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BreakPointOnPaper:
    """A break point, and what the analysis makes of it."""

    interface: str
    category: str
    what_happened: str
    effect: str = ""
    days_lost: int | None = None
    would_have_helped: str = ""
    caught_by: str = ""
    said: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalOnPaper:
    """What is proposed to the case conference."""

    question: str
    aim: str = ""
    agencies: str = ""
    minutes: int | None = None
    naming: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnalysisOnPaper:
    """The sections that every paper of an analysis has; an empty one is left out."""

    as_of: date
    occasion: str = ""
    own_words: str = ""
    goals: str = ""
    rows: tuple[AnalysisLine, ...] = ()
    steps: tuple[StepLine, ...] = ()
    break_points: tuple[BreakPointOnPaper, ...] = ()
    worked: str = ""
    case_or_theme: str = ""
    proposal: ProposalOnPaper | None = None
    sharing_wish: str = ""

    @property
    def quotation_beside(self) -> bool:
        """Whether the person's own words are short enough to stand in large type beside the occasion."""
        return 0 < len(self.own_words) <= QUOTATION_BESIDE and 0 < len(self.occasion) <= OCCASION_BESIDE

    @property
    def goal_list(self) -> tuple[str, ...]:
        """The goals one by one: each line of the text is one, with or without a bullet before it."""
        return tuple(goal for line in self.goals.splitlines() if (goal := line.strip(" \t•·–-*")))
