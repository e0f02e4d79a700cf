"""The list of cases: one range of one index per page, whatever the number of cases (performance: decision 0004)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.expressions import RawSQL
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from agencies.models import Membership
from cases.models import Case, FollowUp, Participation
from cases.models.participation_rule import in_force
from core.keyset import Page, Position, page_of

PAGE_SIZE = 25
COUNT_CAP = 1000


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What the list can be narrowed to, and its order; docs/performance.md says what has an index of its own.

    `agency` is another agency that takes part, `due_until` the day of an open follow-up of the reader.
    """

    phase: str = ""
    target_group: str = ""
    urgency: str = ""
    municipality: str = ""
    mine: bool = False
    responsible: UUID | None = None
    unassigned: bool = False
    agency: UUID | None = None
    due_until: date | None = None
    oldest_first: bool = False


def visible_participations(
    membership: Membership | None, narrowed_to: CaseFilter = CaseFilter()
) -> models.QuerySet[Participation]:
    """The acting agency's participations in force: the rule of `Case.objects.visible_to`, as an index range."""
    if membership is None or not membership.allows("view_case"):
        return Participation.objects.none()
    found = Participation.objects.filter(in_force(), agency_id=membership.agency_id)
    columns = {
        name: getattr(narrowed_to, name) for name in ("phase", "target_group", "urgency", "municipality")
    }
    found = found.filter(**{name: value for name, value in columns.items() if value})
    if narrowed_to.mine:
        found = found.filter(responsible_id=membership.pk)
    if narrowed_to.responsible:
        found = found.filter(responsible_id=narrowed_to.responsible)
    if narrowed_to.unassigned:
        found = found.filter(responsible=None)
    if narrowed_to.agency:
        found = found.filter(case_id__in=_cases_with(narrowed_to.agency))
    if narrowed_to.due_until:
        found = found.filter(case_id__in=_due(membership, until=narrowed_to.due_until))
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


def _cases_with(agency_id: UUID) -> RawSQL:
    """Cases in which another agency takes part too; a function with the owner's rights (migration 0008)."""
    return RawSQL("SELECT cases_with(%s)", [agency_id], output_field=models.UUIDField())


def _due(membership: Membership, *, until: date) -> models.QuerySet[Any, Any]:
    hers = FollowUp.objects.open().filter(
        agency_id=membership.agency_id, author__user_id=membership.user_id, due_on__lte=until
    )
    return hers.values("case_id")


def _beyond(position: Position, *, ascending: bool) -> models.Lookup:
    key = Tuple(models.F("last_activity"), models.F("case_id"))
    comparison = TupleGreaterThan if ascending else TupleLessThan
    return comparison(key, (position.at, position.id))
