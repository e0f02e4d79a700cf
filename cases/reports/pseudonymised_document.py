"""What a pseudonymised paper says: neither name, number, day nor place."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext

from cases.reports.case_analysis_document import AnalysisOnPaper
from core.network_picture import NetworkPicture, Node, network_picture


@dataclass(frozen=True, kw_only=True, slots=True)
class ResidenceInMonths:
    """A title of residence; until which month."""

    title: str
    basis: str
    effective_until: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KindInCase:
    """A kind of agency in the case, and since which month."""

    kind: str
    role: str
    areas: str
    since: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PseudonymisedDocument(AnalysisOnPaper):
    """The paper under its code."""

    code: str
    target_group: str
    age_band: str
    region: str
    languages: str
    writer: str
    """What kind of agency has written it."""
    residence: tuple[ResidenceInMonths, ...] = ()
    participations: tuple[KindInCase, ...] = ()

    @property
    def file_title(self) -> str:
        """Title of the file, as viewers and file lists show it: the code alone."""
        return gettext("Case analysis %(code)s, pseudonymised") % {"code": self.code}

    @property
    def month(self) -> str:
        """As of which month."""
        return date_format(self.as_of, "F Y")

    @property
    def picture(self) -> NetworkPicture:
        """The kinds of agencies around the case."""
        return network_picture(Node(self.code, self.target_group, "core"), self._nodes)

    @property
    def picture_text(self) -> str:
        """What the picture shows, for those who hear the document."""
        agencies = "; ".join(f"{node.label} ({node.sub})" for node in self._nodes)
        return gettext(
            "Picture: the case in the middle, around it %(agencies)s. The table says the same."
        ) % {"agencies": agencies}

    @property
    def _nodes(self) -> tuple[Node, ...]:
        return tuple(Node(each.kind, each.role) for each in self.participations)
