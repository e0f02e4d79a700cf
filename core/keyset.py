"""Pages by the last row seen instead of by number: page 200 costs what page 1 costs."""

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest
from django.db import models
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True)
class Position:
    """The row after which (or, going back, before which) a page begins."""

    at: datetime
    id: UUID
    backwards: bool = False

    def token(self) -> str:
        """The position as it stands in a link."""
        payload = json.dumps([self.at.isoformat(), str(self.id), self.backwards])
        return base64.urlsafe_b64encode(payload.encode()).decode().rstrip("=")

    @classmethod
    def from_token(cls, token: str) -> "Position | None":
        """The position of a link; None for the first page.

        Raises BadRequest for a token that no page of ours has written.
        """
        if not token:
            return None
        if len(token) > LONGEST_TOKEN:
            raise BadRequest("no such page")
        try:
            payload = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
            at, row_id, backwards = json.loads(payload)
            position = cls(datetime.fromisoformat(at), UUID(row_id), bool(backwards))
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise BadRequest("no such page") from error
        # We write Universal Time; PostgreSQL knows no offset of 16 hours and more, Python does.
        if position.at.utcoffset() != timedelta(0):
            raise BadRequest("no such page")
        return position


@dataclass(frozen=True, slots=True)
class Page:
    """Rows of one page and the way to its neighbours."""

    rows: Sequence[Any]
    newer: str
    older: str


def page_of(
    keys: Sequence[tuple[datetime, UUID]], *, size: int, position: Position | None
) -> tuple[Sequence[tuple[datetime, UUID]], str, str]:
    """Cut size + 1 keys, read in the direction of the position, into a page and the links before and after it."""
    more = len(keys) > size
    keys = list(keys[:size])
    backwards = bool(position and position.backwards)
    if backwards:
        keys.reverse()
    if not keys:
        return keys, "", ""
    has_before = more if backwards else position is not None
    has_after = backwards or more
    before = Position(*keys[0], backwards=True).token() if has_before else ""
    after = Position(*keys[-1]).token() if has_after else ""
    return keys, before, after


def page_of_rows(
    found: models.QuerySet[Any], *, by: str, size: int, position: Position | None, latest_first: bool = True
) -> Page:
    """One page of rows in the order of a day or moment; `newer` leads back and `older` on, whatever the order."""
    ascending = latest_first == bool(position and position.backwards)
    if position is not None:
        field = found.model._meta.get_field(by)  # noqa: SLF001 - Django documents it as public
        at = position.at if isinstance(field, models.DateTimeField) else position.at.date()
        comparison = TupleGreaterThan if ascending else TupleLessThan
        found = found.filter(comparison(Tuple(models.F(by), models.F("pk")), (at, position.id)))
    order = (by, "pk") if ascending else (f"-{by}", "-pk")
    rows = {row.pk: row for row in found.order_by(*order)[: size + 1]}
    keys = [(_moment(getattr(row, by)), row.pk) for row in rows.values()]
    shown, before, after = page_of(keys, size=size, position=position)
    return Page([rows[pk] for _, pk in shown], before, after)


def _moment(value: date) -> datetime:
    return value if isinstance(value, datetime) else datetime.combine(value, time(), UTC)
