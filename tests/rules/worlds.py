"""Random worlds for the property test: small, but with every kind of boundary in them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.rules.statement import (
    ACTED_IN_ALONE,
    Agency,
    Basis,
    Case,
    Draft,
    Membership,
    Migrant,
    Paper,
    Participation,
    Period,
    Person,
    Sheet,
    Text,
)

NOON = date(2026, 6, 15)
LONG_AGO = date(2020, 1, 1)
DAYS = [NOON + timedelta(days=n) for n in (-1, 0, 1)]
AROUND = [NOON + timedelta(days=n) for n in range(-2, 4)]
ALWAYS = Period(LONG_AGO, None)

AREAS = ("residence", "work", "health")
ROLES = [
    ("caseworker",),
    ("caseworker",),
    ("team_lead",),
    ("caseworker", "access_admin"),
    ("team_lead", "data_protection_officer", "moderator"),
    ("moderator", "catalogue_admin"),
    ("access_admin",),
    ("data_protection_officer",),
]
PHASES = ["clarification", "planning"]
GROUPS = ["tolerated", "recognised"]


@dataclass(frozen=True)
class ListedCase:
    """A case with what a list can be narrowed to and sorted by."""

    case: Case
    phase: str
    group: str
    activity: int


@dataclass(frozen=True)
class World:
    """Everything that the rule speaks about, and the day on which it is read."""

    seed: int
    day: date
    agencies: list[Agency]
    memberships: list[Membership]
    bases: list[Basis]
    migrants: list[Migrant]
    listed: list[ListedCase]
    interviews: list[Sheet]
    analyses: list[Sheet]
    drafts: list[Draft]
    papers: list[Paper]

    @property
    def cases(self) -> list[Case]:
        """The cases alone."""
        return [entry.case for entry in self.listed]


def random_world(seed: int) -> World:
    """Three agencies, four memberships, two or three cases of two persons, and what was written in them."""
    random = Random(seed)  # noqa: S311  # no secret comes of it
    agencies = [Agency(_mostly(random)) for _ in range(3)]
    people = _memberships(random, agencies)
    bases = [Basis(ALWAYS), Basis(_period(random)), Basis(_period(random))]
    migrants = [Migrant(), Migrant()]
    listed = [_case(random, people, bases, migrants) for _ in range(random.randint(2, 3))]
    cases = [entry.case for entry in listed]
    analyses = _sheets(random, cases, agencies)
    return World(
        seed=seed,
        day=random.choice(DAYS),
        agencies=agencies,
        memberships=people,
        bases=bases,
        migrants=migrants,
        listed=listed,
        interviews=_sheets(random, cases, agencies),
        analyses=analyses,
        drafts=[Draft(m.agency, m.person, random.choice([None, *cases])) for m in people],
        papers=[Paper(sheet.case, random.choice(people)) for sheet in analyses],
    )


def _mostly(random: Random) -> bool:
    """So that most worlds show something."""
    return random.random() < 0.85


def _period(random: Random) -> Period:
    """Past, present, future, ended today, starting today, empty."""
    since = random.choice([LONG_AGO, LONG_AGO, *AROUND])
    until = random.choice([None, None, *AROUND])
    return Period(since, until if until is None else max(since, until))


def _memberships(random: Random, agencies: list[Agency]) -> list[Membership]:
    """Three persons, and one of them also at another agency."""
    found: list[Membership] = []
    for number in range(4):
        roles = frozenset(random.choice(ROLES))
        hat = random.choice([None, *sorted(roles & ACTED_IN_ALONE)])
        person = found[0].person if number == 1 else Person(_mostly(random))
        period = random.choice([ALWAYS, ALWAYS, _period(random)])
        found.append(Membership(person, agencies[number % len(agencies)], roles, hat, period))
    return found


def _case(
    random: Random, people: list[Membership], bases: list[Basis], migrants: list[Migrant]
) -> ListedCase:
    case = Case(random.choice(migrants), random.choice(people).agency, _participations(random, people, bases))
    return ListedCase(case, random.choice(PHASES), random.choice(GROUPS), random.randint(0, 1))


def _participations(random: Random, people: list[Membership], bases: list[Basis]) -> list[Participation]:
    """Up to five in a case, reopened ones among them; what overlaps and may not, the database would refuse."""
    found: list[Participation] = []
    for _ in range(random.randint(1, 5)):
        worker = random.choice(people)
        period = random.choice([ALWAYS, _period(random), _period(random)])
        meanwhile = [p for p in found if p.period.overlaps(period)]
        if any(p.agency is worker.agency for p in meanwhile):
            continue
        led = any(p.access == "lead" for p in meanwhile)
        access = random.choice(["read", "contribute"] if led else ["read", "contribute", "lead"])
        areas = {area: random.choice(bases) for area in AREAS if random.random() < 0.6}
        found.append(Participation(worker.agency, access, period, areas, random.choice([worker, None])))
    return found


def _sheets(random: Random, cases: list[Case], agencies: list[Agency]) -> list[Sheet]:
    """Interviews or analyses with a text in some areas; the writer need not take part any more."""
    found: list[Sheet] = []
    for _ in range(random.randint(1, 3)):
        case, agency = random.choice(cases), random.choice(agencies)
        texts = [Text(case, agency, area, random.random() < 0.7) for area in AREAS if random.random() < 0.7]
        found.append(Sheet(case, agency, [Text(case, agency), *texts]))
    return found
