"""Before two records are merged: which agencies will read about the person then, and what is new to them."""

from dataclasses import dataclass, field

from agencies.models import Agency
from cases.models import Participation
from cases.models.vocabulary import LifeArea
from cases.person_comparison import PersonComparison


@dataclass(slots=True)
class ReaderAfter:
    """An agency, the cases by which it sees the person, and whether it will read all residence titles."""

    agency: Agency
    numbers: list[str] = field(default_factory=list)
    reads_residence: bool = False


def readers_after(comparison: PersonComparison) -> list[ReaderAfter]:
    """As far as the two cases say; agencies in other cases of the person are not named, be there any or none."""
    found: dict[object, ReaderAfter] = {}
    for case in (comparison.case, comparison.other):
        for participation in Participation.objects.of_case(case):
            reader = found.setdefault(participation.agency_id, ReaderAfter(participation.agency))
            reader.numbers.append(case.number)
            reader.reads_residence |= _covers_residence(participation)
    return sorted(found.values(), key=lambda reader: reader.agency.name)


def _covers_residence(participation: Participation) -> bool:
    return any(area.life_area == LifeArea.RESIDENCE for area in participation.areas.all())
