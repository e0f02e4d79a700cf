"""What a case analysis on paper says: frozen values, so that the template can neither query nor see more."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, pgettext

from core.network_picture import NetworkPicture, Node, network_picture

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
class CaseAnalysisDocument:
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
    as_of: date
    created_at: datetime
    full: bool
    covered_areas: tuple[str, ...] = ()
    """For an extract: the life areas in which something may be shared with the reader's agency."""
    occasion: str = ""
    own_words: str = ""
    goals: str = ""
    rows: tuple[AnalysisLine, ...] = ()
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
    def quotation_beside(self) -> bool:
        """Whether the person's own words are short enough to stand in large type beside the occasion."""
        return 0 < len(self.own_words) <= QUOTATION_BESIDE and 0 < len(self.occasion) <= OCCASION_BESIDE

    @property
    def goal_list(self) -> tuple[str, ...]:
        """The goals one by one: each line of the text is one, with or without a bullet before it."""
        return tuple(goal for line in self.goals.splitlines() if (goal := line.strip(" \t•·–-*")))

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
