"""The person as one agency sees her: facts, whereabouts, languages, family, residence."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from agencies.models import Agency, Membership
from cases.area_readers import readers_by_area
from cases.models import Case, FamilyLink, FurtherLanguage, ResidencePeriod
from cases.models.family_link import Kinship
from cases.models.part import areas_open_to
from cases.models.vocabulary import LifeArea
from cases.overview import CaseOverview
from cases.residence_line import ResidenceLine, residence_line


@dataclass(frozen=True, slots=True)
class Relative:
    """One line of the family."""

    link: FamilyLink
    kind: Kinship
    name: str
    case: Case | None


class PersonReading:
    """What the page of the person shows; everything through what the reader may see."""

    def __init__(self, overview: CaseOverview) -> None:
        self.overview = overview
        self.case = overview.case
        self.reader: Membership = overview.reader

    @cached_property
    def leads(self) -> bool:
        """Her agency leads the case, so a block hides nothing from it."""
        return self.case.lead_agency_id == self.reader.agency_id

    @property
    def whereabouts_hidden(self) -> bool:
        """Something may be known, but not to her."""
        return self.case.migrant.is_blocked and not self.leads

    @cached_property
    def further_languages(self) -> list[FurtherLanguage]:
        """The languages beside the main one."""
        return list(self.case.migrant.further_languages.all())

    @cached_property
    def open_areas(self) -> frozenset[str]:
        """Life areas of the case that are open to her agency."""
        areas = areas_open_to(self.reader.agency_id).filter(case=self.case)
        return frozenset(areas.values_list("life_area", flat=True))

    @property
    def sees_family(self) -> bool:
        """Without the life area family she is told that, and not that there is none."""
        return LifeArea.FAMILY in self.open_areas

    @property
    def sees_residence(self) -> bool:
        """Likewise."""
        return LifeArea.RESIDENCE in self.open_areas

    @cached_property
    def family(self) -> list[Relative]:
        """The relatives; of another person the name and number only of a case that she sees."""
        person = self.case.migrant_id
        links = FamilyLink.objects.visible_to(self.reader).of(person)
        found = list(links.select_related("person", "relative"))
        others = [other for link in found if (other := link.other_id(person))]
        visible = Case.objects.visible_to(self.reader).filter(migrant_id__in=others).order_by("number")
        cases = {case.migrant_id: case for case in visible}
        return [self._relative(link, cases.get(link.other_id(person))) for link in found]  # type: ignore[arg-type]

    @property
    def family_count(self) -> int | None:
        """How many are shown; without the life area family nobody is counted."""
        return len(self.family) if self.sees_family or self.family else None

    @cached_property
    def residence(self) -> ResidenceLine:
        """The residence titles as a line."""
        periods = ResidencePeriod.objects.visible_to(self.reader).filter(migrant=self.case.migrant)
        return residence_line(list(periods))

    @property
    def read_by_all(self) -> str:
        """Who sees what every agency in the case sees."""
        return _("Seen by all agencies in the case.")

    @property
    def whereabouts_read_by(self) -> str:
        """Who sees address and contact today."""
        if not self.case.migrant.is_blocked:
            return self.read_by_all
        return _("Seen by the leading agency alone, because of the information block.")

    @property
    def residence_read_by(self) -> str:
        """Who sees the residence titles."""
        return self._read_by(LifeArea.RESIDENCE)

    @property
    def family_read_by(self) -> str:
        """Who sees the relatives."""
        return self._read_by(LifeArea.FAMILY)

    @cached_property
    def _readers(self) -> dict[str, Sequence[Agency]]:
        readers = readers_by_area(self.case, besides=self.case.lead_agency)
        return {area: [each.agency for each in found] for area, found in readers.items()}

    def _read_by(self, area: LifeArea) -> str:
        names = ", ".join(agency.short_name for agency in self._readers.get(area, ()))
        if not names:
            return _("Seen by the leading agency alone: no other one covers the life area %(area)s.") % {
                "area": area.label
            }
        sentence = _("Seen by the leading agency and those that cover the life area %(area)s: %(names)s.")
        return sentence % {"area": area.label, "names": names}

    def _relative(self, link: FamilyLink, case: Case | None) -> Relative:
        person = self.case.migrant_id
        return Relative(link, link.kind_seen_from(person), link.other_than(person), case)
