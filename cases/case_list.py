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
    """What the list can be narrowed to, and its order; each has its index, which is read from either end."""

    phase: str = ""
    target_group: str = ""
    mine: bool = False
    oldest_first: bool = False


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
    found = visible_participations(membership, narrowed_to)
    keys = page_keys(found, oldest_first=narrowed_to.oldest_first, position=position)
    shown, before, after = page_of(keys, size=PAGE_SIZE, position=position)
    newer, older = (after, before) if narrowed_to.oldest_first else (before, after)
    ids = [case_id for _, case_id in shown]
    cases = Case.objects.filter(pk__in=ids).select_related("migrant", "lead_agency").in_bulk()
    return Page([cases[case_id] for case_id in ids if case_id in cases], newer, older)


def page_keys(
    found: models.QuerySet[Participation], *, oldest_first: bool = False, position: Position | None
) -> Sequence[tuple[datetime, UUID]]:
    """The keys of one page and one more, read from the index in the direction of the position."""
    ascending = oldest_first != bool(position and position.backwards)
    order = ("last_activity", "case_id") if ascending else ("-last_activity", "-case_id")
    if position is not None:
        found = found.filter(_beyond(position, ascending=ascending))
    return list(found.order_by(*order).values_list("last_activity", "case_id")[: PAGE_SIZE + 1])


def capped_count(membership: Membership | None, narrowed_to: CaseFilter = CaseFilter()) -> int:
    """How many cases the list holds; COUNT_CAP + 1 stands for more, because an exact count cannot stay cheap."""
    return visible_participations(membership, narrowed_to).order_by()[: COUNT_CAP + 1].count()


def _beyond(position: Position, *, ascending: bool) -> models.Lookup:
    key = Tuple(models.F("last_activity"), models.F("case_id"))
    comparison = TupleGreaterThan if ascending else TupleLessThan
    return comparison(key, (position.at, position.id))
