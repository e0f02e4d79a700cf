"""Notices as they are shown: a case's number and the way to it only while she sees the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from agencies.models import Membership, Notification
from cases.models import Case
from core.keyset import Page, Position, page_of

PAGE_SIZE = 25
COUNT_CAP = 99


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """One line; without a path there is nothing to be opened any more, or not yet."""

    notice: Notification
    path: str
    case_number: str

    @property
    def is_closed(self) -> bool:
        """About a case that she does not see today."""
        return not self.path


def shown(notices: Iterable[Notification], *, to: Membership) -> list[ShownNotice]:
    """The notices, with what the participation of today opens."""
    notices = list(notices)
    named = {notice.case_id for notice in notices if notice.case_id}
    visible = _visible_cases(named, to=to)
    return [_line(notice, visible) for notice in notices]


def page_of_notices(membership: Membership, *, unread: bool, position: Position | None = None) -> Page:
    """One page of her notices, the latest first."""
    found = Notification.objects.visible_to(membership)
    if unread:
        found = found.unread()
    order = ("created_at", "id") if position and position.backwards else ("-created_at", "-id")
    if position is not None:
        comparison = TupleGreaterThan if position.backwards else TupleLessThan
        key = Tuple(models.F("created_at"), models.F("id"))
        found = found.filter(comparison(key, (position.at, position.id)))
    rows = {(row.created_at, row.pk): row for row in found.order_by(*order)[: PAGE_SIZE + 1]}
    keys, newer, older = page_of(list(rows), size=PAGE_SIZE, position=position)
    return Page(shown([rows[key] for key in keys], to=membership), newer, older)


def latest_unread(membership: Membership, *, at_most: int) -> list[ShownNotice]:
    """For the start page."""
    return shown(Notification.objects.visible_to(membership).unread()[:at_most], to=membership)


def count_of_unread(membership: Membership) -> str:
    """How many are unread; "99+" for more, because the head of every page asks. Empty for none."""
    found = Notification.objects.visible_to(membership).unread().order_by()
    count = found[: COUNT_CAP + 1].count()
    if count > COUNT_CAP:
        return f"{COUNT_CAP}+"
    return str(count or "")


def case_ids(lines: Iterable[ShownNotice]) -> set[UUID]:
    """Every case that the lines name."""
    return {line.notice.case_id for line in lines if line.notice.case_id and not line.is_closed}


def _visible_cases(ids: set[UUID], *, to: Membership) -> set[UUID]:
    if not ids:
        return set()
    return set(Case.objects.visible_to(to).filter(pk__in=ids).values_list("pk", flat=True))


def _line(notice: Notification, visible: set[UUID]) -> ShownNotice:
    if notice.case_id is not None and notice.case_id not in visible:
        return ShownNotice(notice, path="", case_number="")
    return ShownNotice(notice, path=notice.path, case_number=notice.case_number)
