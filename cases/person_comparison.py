"""Two records of what may be one person, fact by fact: what agrees, what is joined, what somebody has to decide."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import Membership
from cases.models import Case, Migrant, ResidencePeriod, Whereabouts
from cases.models.migrant import ALIAS_LENGTH, ALIASES_AT_MOST, NATIONALITIES_AT_MOST
from cases.models.vocabulary import Sex, YesNo

NOTHING_KNOWN = ("", None, Sex.UNKNOWN.value, YesNo.NOT_ASKED.value)
FACTS = (
    "given_names",
    "family_name",
    "birth",
    "sex",
    "origin",
    "language",
    "mediator_needed",
    "unaccompanied_minor",
    "target_group_override",
)
WHEREABOUTS = "whereabouts"


class Side(models.TextChoices):
    """Which of the two records a fact is taken from."""

    THIS = "this", gettext_lazy("this record")
    OTHER = "other", gettext_lazy("the other record")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to be compared: under which name it is decided, and what each record says."""

    name: str
    label: str
    this: str
    other: str
    # Where it follows by itself from which record it is taken; None: somebody has to say.
    follows: Side | None

    @property
    def contradicts(self) -> bool:
        """Only somebody who knows the person can say which of the two applies."""
        return self.follows is None


class PersonComparison:
    """The person of one case beside the person of another, as far as the reader sees them."""

    def __init__(self, case: Case, other: Case, *, reader: Membership) -> None:
        self.case, self.other, self.reader = case, other, reader
        self.this_person, self.other_person = case.migrant, other.migrant

    @cached_property
    def points(self) -> list[Point]:
        """Everything that is decided, in the order of the form."""
        return [*self.facts, *self._whereabouts, *self.overlaps]

    @property
    def known_points(self) -> list[Point]:
        """Those of which at least one record says something."""
        return [point for point in self.points if point.this or point.other]

    @cached_property
    def facts(self) -> list[Point]:
        """The columns of the person."""
        return [self._fact(name) for name in FACTS]

    @cached_property
    def overlaps(self) -> list[Point]:
        """Residence titles that would be effective at the same time; of each two one applies."""
        return [
            Point(f"period_{one.pk.hex}_{two.pk.hex}", _("Residence title"), said(one), said(two), None)
            for one in self._periods(self.this_person)
            for two in self._periods(self.other_person)
            if overlap(one, two)
        ]

    @cached_property
    def residence(self) -> list[tuple[ResidencePeriod, Case]]:
        """All residence titles that the reader sees, each with the case it is known from."""
        sides = ((self.this_person, self.case), (self.other_person, self.other))
        return [(period, case) for person, case in sides for period in self._periods(person)]

    @property
    def is_blocked(self) -> bool:
        """For one of the two an information block is in force."""
        return self.this_person.is_blocked or self.other_person.is_blocked

    def dropped_periods(self, chosen: Mapping[str, str]) -> list[str]:
        """The residence titles that do not apply, by their ids."""
        dropped = []
        for point in self.overlaps:
            _word, this, other = point.name.split("_")
            dropped.append(other if chosen[point.name] == Side.THIS else this)
        return sorted(set(dropped))

    def facts_to_keep(self, chosen: Mapping[str, str]) -> dict[str, Any]:
        """What the kept record will say; names that were not chosen become other names."""
        taken = {point.name: point.follows or Side(chosen[point.name]) for point in self.facts}
        facts = {name: getattr(self._person(side), name) for name, side in taken.items()}
        facts["override_reason"] = self._person(taken["target_group_override"]).override_reason
        facts["nationalities"] = self._joined("nationalities")[:NATIONALITIES_AT_MOST]
        facts["aliases"] = self._aliases(f"{facts['given_names']} {facts['family_name']}".strip())
        return facts | self._block()

    def _person(self, side: Side) -> Migrant:
        return self.this_person if side == Side.THIS else self.other_person

    def _fact(self, name: str) -> Point:
        this, other = getattr(self.this_person, name), getattr(self.other_person, name)
        label = str(Migrant._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # noqa: SLF001
        shown = _shown(self.this_person, name), _shown(self.other_person, name)
        return Point(name, label[:1].upper() + label[1:], *shown, follows(name, this, other))

    @cached_property
    def _whereabouts(self) -> list[Point]:
        rows = Whereabouts.objects.visible_to(self.reader).in_bulk(
            [self.this_person.pk, self.other_person.pk]
        )
        this, other = (rows.get(person.pk) for person in (self.this_person, self.other_person))
        if this is None and other is None:
            return []
        texts = _address(this), _address(other)
        side = None if all(texts) and texts[0] != texts[1] else Side.THIS if this else Side.OTHER
        return [Point(WHEREABOUTS, _("Address and contact"), *texts, side)]

    def _periods(self, person: Migrant) -> list[ResidencePeriod]:
        return self._periods_by_person.get(person.pk, [])

    @cached_property
    def _periods_by_person(self) -> dict[Any, list[ResidencePeriod]]:
        persons = [self.this_person.pk, self.other_person.pk]
        found = ResidencePeriod.objects.visible_to(self.reader).filter(migrant_id__in=persons)
        by_person: dict[Any, list[ResidencePeriod]] = {}
        for period in found.order_by("starts_on", "pk"):
            by_person.setdefault(period.migrant_id, []).append(period)
        return by_person

    def _joined(self, name: str) -> list[str]:
        return list(dict.fromkeys([*getattr(self.this_person, name), *getattr(self.other_person, name)]))

    def _aliases(self, kept_name: str) -> list[str]:
        """The other names, and last the one that was not chosen; there is always room for it."""
        persons = (self.this_person, self.other_person)
        known = [name for name in self._joined("aliases") if name != kept_name]
        given_up = [name for person in persons if person.name != kept_name for name in _as_aliases(person)]
        kept = known[: ALIASES_AT_MOST - len(given_up)]
        return list(dict.fromkeys([*kept, *given_up]))

    def _block(self) -> dict[str, Any]:
        """A block is never lost by merging, and ends with the later of two."""
        ends = [p.blocked_until for p in (self.this_person, self.other_person) if p.information_block]
        last = max((end for end in ends if end is not None), default=None)
        return {"information_block": bool(ends), "blocked_until": None if None in ends else last}


def _as_aliases(person: Migrant) -> list[str]:
    """Her name as an alias; the parts where it is too long for one."""
    return [person.name] if len(person.name) <= ALIAS_LENGTH else [person.given_names, person.family_name]


def follows(name: str, this: Any, other: Any) -> Side | None:
    """From which record a fact is taken without asking; None when they contradict each other."""
    if this == other or other in NOTHING_KNOWN:
        return Side.THIS
    if this in NOTHING_KNOWN:
        return Side.OTHER
    if name == "birth" and (this.startswith(other) or other.startswith(this)):
        return Side.THIS if len(this) >= len(other) else Side.OTHER
    return None


def overlap(one: ResidencePeriod, two: ResidencePeriod) -> bool:
    """Both are legally effective on some day; an open end is open for ever."""
    return _begins_before_end(one, two) and _begins_before_end(two, one)


def _begins_before_end(one: ResidencePeriod, two: ResidencePeriod) -> bool:
    return one.starts_on is None or two.effective_until is None or one.starts_on <= two.effective_until


def said(period: ResidencePeriod) -> str:
    """A residence title in one line."""
    begin = f"{period.starts_on:%d.%m.%Y}" if period.starts_on else "…"
    until = f"{period.effective_until:%d.%m.%Y}" if period.effective_until else "…"
    return f"{period}, {begin} – {until}"


def _shown(person: Migrant, name: str) -> str:
    if name == "birth":
        return person.birth_for_people
    if name == "unaccompanied_minor":
        return _("yes") if person.unaccompanied_minor else _("no")
    if getattr(person, name) in NOTHING_KNOWN:
        return ""
    display = getattr(person, f"get_{name}_display", None)
    return str(display()) if display else str(getattr(person, name))


def _address(row: Whereabouts | None) -> str:
    if row is None:
        return ""
    town = [] if row.town else [row.place]
    return ", ".join(part for part in (*row.address_lines, *town, row.telephone, row.email) if part)
