"""What a case analysis on paper says: frozen values, so that the template can neither query nor see more."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext, pgettext

from cases.reports.way import BreakPointLine, JourneyLine
from core.network_picture import NetworkPicture, Node, network_picture

# Letters. A longer quotation stands below the occasion in the size of the text, not beside it in large type.
QUOTATION_BESIDE = 240
OCCASION_BESIDE = 900
# What two sheets hold beside head, tables and picture, and what a row of a table stands for.
TWO_SHEETS = 3600
LINE = 160
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
class ResidenceLine:
    """A title of residence: until when it takes effect, what is printed on it, and why the two differ."""

    title: str
    basis: str = ""
    effective_until: date | None = None
    printed_until: date | None = None
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ParticipationLine:
    """An agency in the case: what it does there, in which areas, on which basis, from when until when."""

    agency: str
    role: str
    areas: str
    basis: str
    since: date
    until: date | None = None
    """The last day on which the agency takes part; None while it is open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedBreakPoint:
    """A break point of the way, and what the analysis says about it: single case or theme, for which group."""

    line: BreakPointLine
    classification: str = ""
    workgroup: str = ""
    note: str = ""

    @property
    def judgement(self) -> str:
        """What the analysis says, in one line; empty when it says nothing."""
        group = gettext("working group %(group)s") % {"group": self.workgroup} if self.workgroup else ""
        return " · ".join(filter(None, [self.classification, group, self.note]))


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalLine:
    """What is proposed to the case conference."""

    question: str
    aim: str
    agencies: str
    minutes: int | None
    naming: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AnalysisOnPaper:
    """The sections that every paper of an analysis has; an empty one is left out."""

    as_of: date
    occasion: str = ""
    own_words: str = ""
    goals: str = ""
    rows: tuple[AnalysisLine, ...] = ()
    steps: tuple[JourneyLine, ...] = ()
    break_points: tuple[NamedBreakPoint, ...] = ()
    worked: str = ""
    case_or_theme: str = ""
    proposal: ProposalLine | None = None
    sharing_wish: str = ""
    residence: tuple[Any, ...] = ()
    participations: tuple[Any, ...] = ()

    @property
    def quotation_beside(self) -> bool:
        """Whether the person's own words are short enough to stand in large type beside the occasion."""
        return 0 < len(self.own_words) <= QUOTATION_BESIDE and 0 < len(self.occasion) <= OCCASION_BESIDE

    @property
    def goal_list(self) -> tuple[str, ...]:
        """The goals one by one: each line of the text is one, with or without a bullet before it."""
        return tuple(goal for line in self.goals.splitlines() if (goal := line.strip(" \t•·–-*")))

    @property
    def days_on_the_way(self) -> int:
        """Days waited at the steps together."""
        return sum(step.days or 0 for step in self.steps)

    @property
    def contents(self) -> tuple[tuple[str, str], ...]:
        """Anchor and name of each section that stands in the document, for its list of contents."""
        sections = (
            ("occasion", gettext("Occasion"), self.occasion),
            ("words", gettext("In her or his own words"), self.own_words),
            ("goals", gettext("Goals"), self.goals),
            ("areas", gettext("Situation in the life areas"), True),
            ("way", gettext("Way through the offices"), self.steps),
            ("break-points", gettext("Break points"), self.break_points),
            ("worked", gettext("What worked"), self.worked),
            ("case-or-theme", gettext("Single case or theme?"), self.case_or_theme),
            ("proposal", gettext("Proposal for the case conference"), self.proposal),
            ("wish", gettext("Wish for sharing"), self.sharing_wish),
            ("residence", gettext("Residence"), self.residence),
            ("agencies", gettext("Who works together"), self.participations),
        )
        return tuple((anchor, name) for anchor, name, content in sections if content)

    @property
    def has_contents(self) -> bool:
        """A document of more than two sheets begins with what stands where."""
        texts = (
            self.occasion,
            self.own_words,
            self.goals,
            self.worked,
            self.case_or_theme,
            self.sharing_wish,
        )
        rows = ((row.situation, row.resources, row.need) for row in self.rows)
        length = sum(map(len, texts)) + sum(len(text) for row in rows for text in row)
        return length + LINE * (len(self.steps) + 2 * len(self.break_points)) > TWO_SHEETS


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseAnalysisDocument(AnalysisOnPaper):
    """A case analysis as one reader may see it; what she may not see is empty here and left out there."""

    number: str
    person_name: str
    title: str
    target_group: str
    birth: str
    origin: str
    languages: str
    municipality: str
    agency: str
    reader_agency: str
    reader_name: str
    created_at: datetime
    full: bool
    covered_areas: tuple[str, ...] = ()
    """For an extract: the life areas in which something may be shared with the reader's agency."""
    version: int = 1
    second_look: str = ""
    """Who looked, when, at which version; or why nobody did."""
    interviews: tuple[str, ...] = ()
    residence: tuple[ResidenceLine, ...] = ()
    participations: tuple[ParticipationLine, ...] = ()
    network: tuple[Node, ...] = ()
    """The agencies of the picture, under their short names; what stands in the middle is added here."""

    @property
    def file_title(self) -> str:
        """Title of the file, as viewers and file lists show it: never with the person's name."""
        kind = pgettext("case analysis", "internal") if self.full else pgettext("case analysis", "extract")
        return gettext("Case analysis %(number)s, %(kind)s, as of %(day)s") % {
            "number": self.number,
            "kind": kind,
            "day": self.as_of.strftime("%d.%m.%Y"),
        }

    @property
    def picture(self) -> NetworkPicture:
        """The agencies around the case, laid out; without the name: letters in a picture are drawn one by one, which
        tears Arabic script apart.
        """
        return network_picture(Node(self.number, self.target_group, "core"), self.network)

    @property
    def picture_text(self) -> str:
        """What the picture shows, for those who hear the document."""
        agencies = "; ".join(
            f"{node.label} ({node.sub})" if node.sub else node.label for node in self.network
        )
        return gettext(
            "Picture: the case in the middle, around it %(agencies)s. The table says the same."
        ) % {"agencies": agencies}
