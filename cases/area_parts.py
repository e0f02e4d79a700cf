"""Parts of a case in the order of the life areas, each with those who read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agencies.models import Membership
from cases.area_readers import AreaReader, readers_by_area
from cases.models import Case
from cases.models.part import SharedPart
from cases.models.vocabulary import LifeArea


@dataclass(frozen=True, slots=True)
class AreaPart:
    """What an agency wrote in a life area, and which other agencies that is open to today."""

    part: SharedPart
    readers: Sequence[AreaReader]

    @property
    def label(self) -> str:
        """The life area, as people read it."""
        return str(LifeArea(self.part.life_area).label)


def in_order(parts: Iterable[SharedPart], *, case: Case, reader: Membership) -> list[AreaPart]:
    """The parts by life area; only her own agency's parts tell who else reads them."""
    readers = readers_by_area(case, besides=reader.agency)
    order = LifeArea.values.index
    return [
        AreaPart(part, readers.get(part.life_area, ()) if part.agency_id == reader.agency_id else ())
        for part in sorted(parts, key=lambda part: order(part.life_area))
    ]


def areas_without(parts: Iterable[AreaPart]) -> list[str]:
    """The life areas of which none of the parts speaks."""
    present = {each.part.life_area for each in parts}
    return [str(area.label) for area in LifeArea if area not in present]
