"""Steps and break points as plain values, for paper."""

from dataclasses import dataclass
from datetime import date

from cases.models import BreakPoint, JourneyStep
from cases.models.vocabulary import LifeArea
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
