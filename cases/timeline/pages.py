"""The time line page by page: one statement over all kinds, then one for each kind that stands on the page."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from agencies.models import Membership
from cases.models import Case
from cases.timeline.source import Happening
from cases.timeline.sources import SOURCES
from core.keyset import Page, Position, page_of

PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """One kind or all, one life area or all, and the order."""

    kind: str = ""
    life_area: str = ""
    oldest_first: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with its kind in words."""

    kind: str
    label: str
    id: UUID
    entry: Happening


def page_of_timeline(
    case: Case,
    *,
    reader: Membership,
    narrowed_to: TimelineFilter = TimelineFilter(),
    position: Position | None = None,
) -> Page:
    """One page of what happened, the latest first unless she asks for the oldest."""
    ascending = narrowed_to.oldest_first != bool(position and position.backwards)
    parts = [
        part if position is None else part.filter(_beyond(position, ascending=ascending))
        for part in _parts(case, reader=reader, narrowed_to=narrowed_to)
    ]
    order = ("moment", "id") if ascending else ("-moment", "-id")
    keys = list(_together(parts).order_by(*order)[: PAGE_SIZE + 1]) if parts else []
    kinds = {(moment, key): kind for moment, key, kind in keys}
    shown, before, after = page_of([key[:2] for key in keys], size=PAGE_SIZE, position=position)
    newer, older = (after, before) if narrowed_to.oldest_first else (before, after)
    return Page(_rows(case, shown, kinds, reader=reader), newer, older)


def count_of_timeline(
    case: Case, *, reader: Membership, narrowed_to: TimelineFilter = TimelineFilter()
) -> int:
    """How many entries there are."""
    parts = _parts(case, reader=reader, narrowed_to=narrowed_to)
    return _together(parts).count() if parts else 0


def _parts(case: Case, *, reader: Membership, narrowed_to: TimelineFilter) -> list[models.QuerySet[Any]]:
    return [
        source.moments(case, reader=reader, life_area=narrowed_to.life_area).annotate(
            kind=models.Value(source.kind)
        )
        for source in SOURCES
        if narrowed_to.kind in ("", source.kind)
    ]


def _together(parts: Sequence[models.QuerySet[Any]]) -> models.QuerySet[Any, Any]:
    first, *others = (part.order_by().values_list("moment", "id", "kind") for part in parts)
    return first.union(*others, all=True)


def _beyond(position: Position, *, ascending: bool) -> models.Lookup:
    key = Tuple(models.F("moment"), models.F("id"))
    comparison = TupleGreaterThan if ascending else TupleLessThan
    return comparison(key, (position.at, position.id))


def _rows(
    case: Case,
    shown: Sequence[tuple[datetime, UUID]],
    kinds: dict[tuple[datetime, UUID], str],
    *,
    reader: Membership,
) -> list[Row]:
    by_kind: defaultdict[str, list[UUID]] = defaultdict(list)
    for key in shown:
        by_kind[kinds[key]].append(key[1])
    found: dict[tuple[str, UUID], Row] = {}
    for source in SOURCES:
        if ids := by_kind.get(source.kind):
            entries = source.entries(case, reader=reader, ids=ids)
            label = str(source.label)
            found |= {(source.kind, pk): Row(source.kind, label, pk, each) for pk, each in entries.items()}
    return [found[kinds[key], key[1]] for key in shown if (kinds[key], key[1]) in found]
