"""The ways in which the list of cases is offered, and the same as a condition by hand."""

from dataclasses import dataclass
from uuid import UUID

from bench.environment import DAY
from cases.case_list import CaseFilter
from cases.models.municipality import Municipality
from cases.models.vocabulary import Phase, TargetGroup, Urgency

PHASE, GROUP = Phase.PLANNING.value, TargetGroup.TOLERATED.value
BY_PHASE = f"p.phase = '{PHASE}'"
BY_GROUP = f"p.target_group = '{GROUP}'"
MINE = "p.responsible_id = %(membership)s"
URGENT = Urgency.URGENT.value
BY_URGENCY = f"p.urgency = '{URGENT}'"
PLACE = Municipality.DETMOLD.value
BY_PLACE = f"p.municipality = '{PLACE}'"
DUE = """p.case_id IN (
  SELECT f.case_id FROM cases_followup f JOIN agencies_membership m ON m.id = f.author_id
  WHERE f.agency_id = %(agency)s AND f.done_at IS NULL AND f.due_on <= %(day)s
    AND m.user_id = (SELECT user_id FROM agencies_membership WHERE id = %(membership)s))"""
WITH_OTHER = """EXISTS (
  SELECT FROM cases_participation o WHERE o.case_id = p.case_id AND o.agency_id = %(other)s
    AND o.starts_on <= %(day)s AND (o.ends_on IS NULL OR o.ends_on > %(day)s))"""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A choice in the form above the list; only those that have their own index are promised to stay flat."""

    label: str
    ours: CaseFilter
    by_hand: str = ""
    has_index: bool = True


NARROWINGS = [
    Narrowing("all", CaseFilter()),
    Narrowing("oldest first", CaseFilter(oldest_first=True)),
    Narrowing("by phase", CaseFilter(phase=PHASE), BY_PHASE),
    Narrowing("by group", CaseFilter(target_group=GROUP), BY_GROUP),
    Narrowing(
        "by phase and group", CaseFilter(phase=PHASE, target_group=GROUP), f"{BY_PHASE} AND {BY_GROUP}"
    ),
    Narrowing("mine", CaseFilter(mine=True), MINE),
    Narrowing(
        "mine, by phase", CaseFilter(phase=PHASE, mine=True), f"{MINE} AND {BY_PHASE}", has_index=False
    ),
    Narrowing(
        "mine, by phase and group",
        CaseFilter(phase=PHASE, target_group=GROUP, mine=True),
        f"{MINE} AND {BY_PHASE} AND {BY_GROUP}",
        has_index=False,
    ),
    Narrowing("by urgency", CaseFilter(urgency=URGENT), BY_URGENCY),
    Narrowing("by municipality", CaseFilter(municipality=PLACE), BY_PLACE),
    Narrowing("follow-up due", CaseFilter(due_until=DAY), DUE, has_index=False),
    Narrowing(
        "by urgency, municipality, phase",
        CaseFilter(phase=PHASE, urgency=URGENT, municipality=PLACE),
        f"{BY_PHASE} AND {BY_URGENCY} AND {BY_PLACE}",
        has_index=False,
    ),
]


def with_other(agency: UUID) -> list[Narrowing]:
    """Cases in which another agency takes part too, alone and with a phase; they depend on who reads."""
    return [
        Narrowing("with another agency", CaseFilter(agency=agency), WITH_OTHER, has_index=False),
        Narrowing(
            "with another agency, by phase",
            CaseFilter(agency=agency, phase=PHASE),
            f"{WITH_OTHER} AND {BY_PHASE}",
            has_index=False,
        ),
    ]
