"""The rows of one case: person, residence, head, phases, participations with their areas."""

from datetime import date
from random import Random
from typing import NamedTuple

from cases.models.residence_table import Title
from cases.models.vocabulary import Access, LifeArea, Phase, Urgency
from cases.scale.calendar import SPAN, Calendar
from cases.scale.offices import Office
from cases.scale.part_rows import PartRows
from cases.scale.people import Person, people
from cases.scale.shape import OLDEST, RETURNS, Shape
from cases.scale.table import NULL
from cases.scale.tables import Tables
from cases.search_key import stored_keys

CLOSED = 0.4
PHASES = Phase.values[:-1]
AREAS = LifeArea.values
WITH_FILE_NUMBER = 0.8
WITH_RESPONSIBLE = 0.7
WITH_FOLLOW_UP = 0.05
# How often a case is normal, soon and urgent.
URGENCIES = (90, 7, 3)
WITH_END_AHEAD = 0.1
WITH_EARLIER_TITLE = 0.2

# Every fiftieth case has an interview and an analysis.
WITH_PARTS = 50


class Head(NamedTuple):
    """What the rows of one case share, as it is written."""

    case: str
    opened: int
    last_activity: str
    phase: str
    target_group: str
    municipality: str
    urgency: str


class CaseRows:
    """Draws cases and collects their rows."""

    def __init__(
        self,
        rnd: Random,
        *,
        offices: list[Office],
        bases: dict[bool, str],
        asked: dict[str, str],
        cases: int,
        day: date,
    ) -> None:
        self.rnd = rnd
        self.offices = offices
        self.bases = bases
        self.count = cases
        self.calendar = Calendar(day)
        self.shape = Shape(rnd, cases=cases, agencies=len(offices))
        self.people = people(rnd, year=day.year)
        self.tables = Tables()
        self.parts = PartRows(rnd, tables=self.tables, days=self.calendar.days, asked=asked)
        self.last_number: dict[int, int] = {}

    def add(self, index: int) -> None:
        """Collect one case; 0 is the oldest."""
        opened = self.calendar.opening(index, of=self.count)
        latest = opened if index in OLDEST else self.rnd.randrange(opened, SPAN)
        person = next(self.people)
        places = self.shape.taking_part(index)
        phase = Phase.CLOSED.value if self.rnd.random() < CLOSED else self.rnd.choice(PHASES)
        moment = self.calendar.moment(latest, self.rnd)
        urgency = self.rnd.choices(Urgency.values, URGENCIES)[0]
        head = Head(self._id(), opened, moment, phase, person.target_group, person.municipality, urgency)
        lead = self.offices[places[0]]
        has_parts = index % WITH_PARTS == 0
        self._person_and_case(head, person, lead=lead)
        self._phases(head, latest, lead=lead)
        for place in places:
            self._take_part(head, place, leads=place == places[0], all_areas=has_parts)
        if has_parts:
            self.parts.add(head.case, latest, office=lead)

    def _person_and_case(self, head: Head, person: Person, *, lead: Office) -> None:
        migrant = self._id()
        *about, municipality, title, basis, group = person
        self.tables.migrants.add(migrant, lead.id, *about)
        keys = stored_keys(person.given_names, person.family_name, birth=person.birth)
        self.tables.name_keys.add(migrant, "{" + ",".join(keys) + "}")
        self.tables.whereabouts.add(migrant, municipality)
        if title != Title.NONE:
            self._residence(head, migrant, title=title, basis=basis)
        number, occasion = self._number(head.opened), "Angelegt zum Messen, ohne Bezug zu einer Person."
        self.tables.cases.add(
            head.case, number, migrant, lead.id, head.phase, group, occasion, head.last_activity, head.urgency
        )

    def _residence(self, head: Head, migrant: str, *, title: str, basis: str) -> None:
        days, start = self.calendar.days, head.opened
        until = days[SPAN + 1 + int(self.rnd.random() * 300)]
        self.tables.residence.add(self._id(), migrant, title, basis, days[start], until, until)
        if self.rnd.random() < WITH_EARLIER_TITLE and start > 0:
            before = days[start - 1]
            proof = Title.ARRIVAL_PROOF.value
            self.tables.residence.add(self._id(), migrant, proof, "§ 63a AsylG", NULL, before, before)

    def _number(self, opened: int) -> str:
        year = int(self.calendar.days[opened][:4])
        self.last_number[year] = self.last_number.get(year, 0) + 1
        return f"LIP-{year}-{self.last_number[year]:04}"

    def _phases(self, head: Head, latest: int, *, lead: Office) -> None:
        entered = {Phase.CLARIFICATION.value: head.opened, head.phase: latest}
        for phase, day in entered.items():
            on = self.calendar.days[day]
            self.tables.phases.add(self._id(), head.case, phase, on, f"{on} 12:00+00", lead.label)

    def _take_part(self, head: Head, place: int, *, leads: bool, all_areas: bool) -> None:
        if leads:
            areas = AREAS if all_areas else AREAS[:5]
            self._period(head, place, access=Access.LEAD.value, start=head.opened, end=None, areas=areas)
            return
        access = Access.CONTRIBUTE.value if self.rnd.random() < 0.6 else Access.READ.value
        start = self.rnd.randrange(head.opened, SPAN + 1)
        end = self._end(place, start)
        first = int(self.rnd.random() * 10)
        areas = AREAS[first : first + self.rnd.randrange(1, 4)]
        self._period(head, place, access=access, start=start, end=end, areas=areas)
        if end is not None and end <= SPAN and self.rnd.random() < RETURNS:
            self._period(head, place, access=access, start=end, end=None, areas=areas)

    def _end(self, place: int, start: int) -> int | None:
        """The first day without access: none, over by now, or known ahead."""
        if self.shape.has_ended(place):
            return self.rnd.randrange(start, SPAN + 1)
        return SPAN + self.rnd.randrange(1, 300) if self.rnd.random() < WITH_END_AHEAD else None

    def _period(
        self, head: Head, place: int, *, access: str, start: int, end: int | None, areas: list[str]
    ) -> None:
        office, days, participation = self.offices[place], self.calendar.days, self._id()
        with_number = self.rnd.random() < WITH_FILE_NUMBER
        number = f"{place + 10}-{int(self.rnd.random() * 10**8):08}" if with_number else ""
        responsible = office.somebody(self.rnd) if self.rnd.random() < WITH_RESPONSIBLE else ""
        self.tables.participations.add(
            participation, head.case, office.id, access, days[start], NULL if end is None else days[end], number,
            responsible or NULL,
            office.label, f"{days[start]} 08:00+00", head.last_activity, head.phase, head.target_group,
            head.municipality, head.urgency,
        )  # fmt: skip
        if responsible and (end is None or end > SPAN) and self.rnd.random() < WITH_FOLLOW_UP:
            due = days[SPAN - 10 + self.rnd.randrange(60)]
            self.tables.follow_ups.add(
                self._id(), head.case, office.id, responsible, due, f"{days[start]} 08:00+00"
            )
        basis = self.bases[office.needs_consent]
        for area in areas:
            self.tables.areas.add(self._id(), participation, head.case, area, basis)

    def _id(self) -> str:
        return f"{self.rnd.getrandbits(128):032x}"
