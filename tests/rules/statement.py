"""Who sees what, and who may do what, on a day: the rule said a second time (docs/architecture.md, "Who sees what").

Written from the text, on plain data, and without a look at the application: nothing is imported from it. The
property test holds both against each other; where they differ, one of them is wrong.
"""

from dataclasses import dataclass, field
from datetime import date

# Two roles work on cases, two watch over the others and are acted in alone.
WORKING_ON_CASES = {"caseworker", "team_lead"}
ACTED_IN_ALONE = {"access_admin", "data_protection_officer"}

MAY: dict[str, set[str]] = {
    "read": {"view_case"},
    "contribute": {"view_case", "change_case"},
    "lead": {"view_case", "change_case", "steer_case"},
}


@dataclass(eq=False, frozen=True)
class Period:
    """From a first day to a last; `until` is the first day that is no longer in it."""

    since: date
    until: date | None

    def holds(self, day: date) -> bool:
        """Whether the day is in it."""
        return not day < self.since and not (self.until is not None and day >= self.until)

    def overlaps(self, other: "Period") -> bool:
        """Whether a day is in both."""
        latest_start = max(self.since, other.since)
        return self.holds(latest_start) and other.holds(latest_start)


@dataclass(eq=False)
class Agency:
    """A functional unit."""

    active: bool


@dataclass(eq=False)
class Person:
    """Who signs in."""

    active: bool


@dataclass(eq=False)
class Membership:
    """A person at an agency, wearing one of her hats (None: all that may be worn together)."""

    person: Person
    agency: Agency
    roles: frozenset[str]
    hat: str | None
    period: Period


@dataclass(eq=False)
class Basis:
    """A statute or a consent, and when it is law."""

    period: Period


@dataclass(eq=False)
class Participation:
    """An agency in a case."""

    agency: Agency
    access: str
    period: Period
    areas: dict[str, Basis]
    responsible: Membership | None = None


@dataclass(eq=False)
class Migrant:
    """Whom the case is about; she has residence periods."""


@dataclass(eq=False)
class Case:
    """A case, with everybody who ever took part."""

    migrant: Migrant
    lead: Agency
    participations: list[Participation] = field(default_factory=list)


@dataclass(eq=False)
class Text:
    """Something an agency wrote in a case; without a life area it cannot be shared."""

    case: Case
    agency: Agency
    area: str | None = None
    shared: bool = False


@dataclass(eq=False)
class Sheet:
    """An interview or an analysis: a head, with texts below it."""

    case: Case
    agency: Agency
    texts: list[Text]


@dataclass(eq=False)
class Draft:
    """What a person is still writing for an agency."""

    agency: Agency
    person: Person
    case: Case | None


@dataclass(eq=False)
class Paper:
    """A PDF that somebody asked for."""

    case: Case
    requester: Membership


def in_force(agency: Agency, case: Case, day: date) -> list[Participation]:
    """The agency's participations that count on the day."""
    return [p for p in case.participations if p.agency is agency and p.period.holds(day)]


def takes_part(agency: Agency, case: Case, day: date) -> bool:
    """Participation: the agency works in the case, from its first day to the day before it ends."""
    return bool(in_force(agency, case, day))


def grants_of(agency: Agency, case: Case, day: date) -> set[str]:
    """What this agency may do with this case."""
    return {codename for p in in_force(agency, case, day) for codename in MAY[p.access]}


def works_on_cases(membership: Membership, day: date) -> bool:
    """Active user, membership in force, and a role that works on cases among those she acts in."""
    if not (membership.person.active and membership.agency.active and membership.period.holds(day)):
        return False
    roles = {membership.hat} if membership.hat else membership.roles - ACTED_IN_ALONE
    return bool(roles & WORKING_ON_CASES)


def is_hers(membership: Membership, case: Case, day: date) -> bool:
    """She sees the case and is the responsible person of her agency's participation."""
    return sees_case(membership, case, day) and any(
        p.responsible is membership for p in in_force(membership.agency, case, day)
    )


def may(membership: Membership, codename: str, case: Case, day: date) -> bool:
    """Both factors: the role at all, and the agency with this case."""
    return works_on_cases(membership, day) and codename in grants_of(membership.agency, case, day)


def sees_case(membership: Membership, case: Case, day: date) -> bool:
    """The case is visible."""
    return may(membership, "view_case", case, day)


def area_is_open(agency: Agency, case: Case, area: str, day: date) -> bool:
    """Its participation covers the life area, and a legal basis for that is in force."""
    return any(area in p.areas and p.areas[area].period.holds(day) for p in in_force(agency, case, day))


def agency_sees_text(agency: Agency, text: Text, day: date) -> bool:
    """What it wrote itself; of the others what they marked as shared, in a life area that is open to it."""
    if not takes_part(agency, text.case, day):
        return False
    if text.agency is agency:
        return True
    return text.area is not None and text.shared and area_is_open(agency, text.case, text.area, day)


def agency_sees_sheet(agency: Agency, sheet: Sheet, day: date) -> bool:
    """Its own, and the head of those of which it sees a text."""
    if not takes_part(agency, sheet.case, day):
        return False
    return sheet.agency is agency or any(agency_sees_text(agency, text, day) for text in sheet.texts)


def agency_sees_residence(agency: Agency, migrant: Migrant, cases: list[Case], day: date) -> bool:
    """Where the life area residence of one of the person's cases is open to the agency."""
    return any(area_is_open(agency, c, "residence", day) for c in cases if c.migrant is migrant)


def agency_sees_migrant(agency: Agency, migrant: Migrant, cases: list[Case], day: date) -> bool:
    """Exactly the agencies that take part in one of the person's cases."""
    return any(takes_part(agency, c, day) for c in cases if c.migrant is migrant)


def sees_draft(membership: Membership, draft: Draft, day: date) -> bool:
    """The writer's alone, for the agency she acts for, in a case that she still sees."""
    if not works_on_cases(membership, day):
        return False
    hers = draft.person is membership.person and draft.agency is membership.agency
    return hers and (draft.case is None or sees_case(membership, draft.case, day))


def sees_paper(membership: Membership, paper: Paper, day: date) -> bool:
    """The one who asked for it, while she sees the case."""
    return paper.requester is membership and sees_case(membership, paper.case, day)
