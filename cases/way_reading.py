"""The way through the offices as one reader sees it: steps with their break points, days, and the picture."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from agencies.models import Membership
from cases.area_readers import AreaReader, readers_by_area
from cases.models import BreakPoint, Case, JourneyStep
from cases.models.part import SharedPart
from core.partial_date import for_people
from core.way_picture import Move, WayPicture, way_picture


@dataclass(frozen=True, slots=True)
class Shown:
    """A step or a break point with what stands beside it."""

    is_own: bool
    readers: list[AreaReader]


@dataclass(frozen=True, slots=True)
class ShownStep(Shown):
    """A step and the break points that were found at it."""

    step: JourneyStep
    break_points: list[BreakPoint]

    @property
    def when(self) -> str:
        """As far as it is known; empty for unknown."""
        return for_people(self.step.on)


@dataclass(frozen=True, slots=True)
class ShownBreakPoint(Shown):
    """A break point; its step is named only where the reader sees that too."""

    break_point: BreakPoint
    step: JourneyStep | None


class WayReading:
    """Everything through what the reader may see; a constant number of queries."""

    def __init__(self, case: Case, *, reader: Membership, life_area: str = "") -> None:
        self.case = case
        self.reader = reader
        self.life_area = life_area

    @cached_property
    def steps(self) -> list[ShownStep]:
        """The steps in the order of their days."""
        found: defaultdict[UUID | None, list[BreakPoint]] = defaultdict(list)
        for each in reversed(self._break_points):
            found[each.step_id].append(each)
        return [
            ShownStep(self._is_own(step), self._readers(step), step, found[step.pk]) for step in self._steps
        ]

    @cached_property
    def break_points(self) -> list[ShownBreakPoint]:
        """All break points, the latest first."""
        steps = {step.pk: step for step in self._steps}
        return [
            ShownBreakPoint(
                self._is_own(each),
                self._readers(each),
                each,
                steps.get(each.step_id) if each.step_id else None,
            )
            for each in self._break_points
        ]

    @property
    def days(self) -> int:
        """Days waited, over the steps that she may read."""
        return sum(step.days or 0 for step in self._steps)

    @property
    def days_lost(self) -> int:
        """Days lost at the break points that she may read."""
        return sum(each.days_lost or 0 for each in self._break_points)

    @property
    def still_open(self) -> int:
        """Break points that nobody has caught."""
        return sum(each.is_open for each in self._break_points)

    @property
    def picture(self) -> WayPicture:
        """Who had it when; a step with a break point is drawn broken."""
        moves = [
            Move(
                start=each.step.from_name,
                end=each.step.to_name,
                when=each.when,
                days=each.step.days,
                broken=bool(each.break_points),
            )
            for each in self.steps
        ]
        return way_picture(moves)

    @cached_property
    def _steps(self) -> list[JourneyStep]:
        return steps_of(self.case, reader=self.reader, life_area=self.life_area)

    @cached_property
    def _break_points(self) -> list[BreakPoint]:
        return break_points_of(self.case, reader=self.reader, life_area=self.life_area)

    @cached_property
    def _readers_by_area(self) -> dict[str, list[AreaReader]]:
        return readers_by_area(self.case, besides=self.reader.agency)

    def _is_own(self, part: SharedPart) -> bool:
        return part.agency_id == self.reader.agency_id

    def _readers(self, part: SharedPart) -> list[AreaReader]:
        return self._readers_by_area.get(part.life_area, []) if self._is_own(part) else []


def steps_of(case: Case, *, reader: Membership, life_area: str = "") -> list[JourneyStep]:
    """The steps that are open to the reader, perhaps of one life area, in their order."""
    found = JourneyStep.objects.visible_to(reader).filter(case=case).in_order()
    found = found.filter(life_area=life_area) if life_area else found
    return list(found.select_related("agency", "from_agency", "to_agency"))


def break_points_of(case: Case, *, reader: Membership, life_area: str = "") -> list[BreakPoint]:
    """The break points that are open to the reader, perhaps of one life area, the latest first."""
    found = BreakPoint.objects.visible_to(reader).filter(case=case).in_order()
    found = found.filter(life_area=life_area) if life_area else found
    return list(found.select_related("agency", "interface"))
