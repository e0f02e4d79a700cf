"""The ways in which the list of cases is offered, and the same as a condition by hand."""

from dataclasses import dataclass

from cases.case_list import CaseFilter
from cases.models.vocabulary import Phase, TargetGroup

PHASE, GROUP = Phase.PLANNING.value, TargetGroup.TOLERATED.value
BY_PHASE = f"p.phase = '{PHASE}'"
BY_GROUP = f"p.target_group = '{GROUP}'"
MINE = "p.responsible_id = %(membership)s"


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
]
