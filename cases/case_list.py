"""The list of cases: one range of one index per page, whatever the number of cases (performance: decision 0004)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import models
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from agencies.models import Membership
from cases.models import Case, Participation
from cases.models.participation_rule import in_force
from core.keyset import Page, Position, page_of

PAGE_SIZE = 25
COUNT_CAP = 1000


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What the list can be narrowed to; each has its index."""

    phase: str = ""
    target_group: str = ""
    mine: bool = False


def visible_participations(
    membership: Membership | None, narrowed_to: CaseFilter = CaseFilter()
) -> models.QuerySet[Participation]:
    """The acting agency's participations in force: the rule of `Case.objects.visible_to`, as an index range."""
    if membership is None or not membership.allows("view_case"):
        return Participation.objects.none()
    found = Participation.objects.filter(in_force(), agency_id=membership.agency_id)
    if narrowed_to.phase:
        found = found.filter(phase=narrowed_to.phase)
    if narrowed_to.target_group:
        found = found.filter(target_group=narrowed_to.target_group)
    if narrowed_to.mine:
        found = found.filter(responsible_id=membership.pk)
    return found


def page_of_cases(
    membership: Membership | None, narrowed_to: CaseFilter = CaseFilter(), *, position: Position | None = None
) -> Page:
    """One page of the visible cases, the latest activity first, with person and leading agency."""
    keys = page_keys(visible_participations(membership, narrowed_to), position=position)
    shown, newer, older = page_of(keys, size=PAGE_SIZE, position=position)
    ids = [case_id for _, case_id in shown]
    cases = Case.objects.filter(pk__in=ids).select_related("migrant", "lead_agency").in_bulk()
    return Page([cases[case_id] for case_id in ids if case_id in cases], newer, older)


def page_keys(
    found: models.QuerySet[Participation], *, position: Position | None
) -> Sequence[tuple[datetime, UUID]]:
    """The keys of one page and one more, read from the index in the direction of the position."""
    order = (
        ("last_activity", "case_id") if position and position.backwards else ("-last_activity", "-case_id")
    )
    if position is not None:
        found = found.filter(_beyond(position))
    return list(found.order_by(*order).values_list("last_activity", "case_id")[: PAGE_SIZE + 1])


def capped_count(membership: Membership | None, narrowed_to: CaseFilter = CaseFilter()) -> int:
    """How many cases the list holds; COUNT_CAP + 1 stands for more, because an exact count cannot stay cheap."""
    return visible_participations(membership, narrowed_to).order_by()[: COUNT_CAP + 1].count()


def _beyond(position: Position) -> models.Lookup:
    key = Tuple(models.F("last_activity"), models.F("case_id"))
    comparison = TupleGreaterThan if position.backwards else TupleLessThan
    return comparison(key, (position.at, position.id))
