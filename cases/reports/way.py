"""The way through the offices and its break points as plain values, as far as one reader may see them."""

from dataclasses import dataclass, field
from datetime import date

from agencies.models import Membership
from cases.models import BreakPoint, Case, JourneyStep
from cases.models.vocabulary import LifeArea
from cases.way_reading import break_points_of, steps_of
from core.partial_date import for_people


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """One step: when (as known, "" for unknown), what, from whom to whom, how many days, what it cost."""

    when: str
    what: str
    from_name: str
    to_name: str
    days: int | None
    cost: str
    life_area: str
    agency: str

    @property
    def way(self) -> str:
        """ "Jobcenter → Straßenverkehrsamt", or the one place where it happened."""
        if self.from_name == self.to_name:
            return self.to_name
        return f"{self.from_name} → {self.to_name}"

    @property
    def price(self) -> str:
        """Days and cost in one cell; a dash where nothing is known."""
        return " · ".join(filter(None, [str(self.days) if self.days is not None else "", self.cost])) or "–"


@dataclass(frozen=True, slots=True)
class BreakPointLine:
    """One break point with its interface in words."""

    interface: str
    from_kind: str
    to_kind: str
    category: str
    what_happened: str
    effect: str
    days_lost: int | None
    would_have_helped: str
    caught_by: str
    found_on: date
    life_area: str
    agency: str


@dataclass(frozen=True, slots=True)
class WayLines:
    """What one reader reads of the way."""

    steps: list[JourneyLine] = field(default_factory=list)
    break_points: list[BreakPointLine] = field(default_factory=list)

    @property
    def days(self) -> int:
        """Days waited, over the steps that she may read."""
        return sum(step.days or 0 for step in self.steps)

    @property
    def days_lost(self) -> int:
        """Days lost at the break points that she may read."""
        return sum(each.days_lost or 0 for each in self.break_points)


def way_of(case: Case, *, reader: Membership) -> WayLines:
    """Steps in the order of their days, break points from the first found to the last; two queries."""
    return WayLines(
        [journey_line(step) for step in steps_of(case, reader=reader)],
        [break_point_line(each) for each in reversed(break_points_of(case, reader=reader))],
    )


def journey_line(step: JourneyStep) -> JourneyLine:
    """The step in words."""
    return JourneyLine(
        when=for_people(step.on),
        what=step.what,
        from_name=step.from_name,
        to_name=step.to_name,
        days=step.days,
        cost=step.cost,
        life_area=str(LifeArea(step.life_area).label),
        agency=step.agency.short_name,
    )


def break_point_line(break_point: BreakPoint) -> BreakPointLine:
    """The break point in words."""
    interface = break_point.interface
    return BreakPointLine(
        interface=str(interface),
        from_kind=str(interface.get_from_kind_display()),
        to_kind=str(interface.get_to_kind_display()),
        category=str(break_point.get_category_display()),
        what_happened=break_point.what_happened,
        effect=break_point.effect,
        days_lost=break_point.days_lost,
        would_have_helped=break_point.would_have_helped,
        caught_by=break_point.caught_by,
        found_on=break_point.found_on,
        life_area=str(LifeArea(break_point.life_area).label),
        agency=break_point.agency.short_name,
    )
