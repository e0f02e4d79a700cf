"""What a case analysis on paper says: frozen values, so that the template can neither query nor see more."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, pgettext

from cases.reports.analysis_on_paper import AnalysisOnPaper
from core.network_picture import NetworkPicture, Node, network_picture


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
