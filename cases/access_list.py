"""Who looked at a case and what was done with it, page by page out of the trail."""

from django.db import models
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from audit.models import Entry
from cases.models import Case
from core.keyset import Page, Position, page_of

PAGE_SIZE = 50


def page_of_accesses(case: Case, *, position: Position | None = None) -> Page:
    """The latest first: the leading agency reads all, any other agency its own; the database sees to that."""
    found = Entry.objects.about(case.pk)
    if position is not None:
        comparison = TupleGreaterThan if position.backwards else TupleLessThan
        found = found.filter(comparison(Tuple(models.F("at"), models.F("id")), (position.at, position.id)))
        found = found.order_by("at", "id") if position.backwards else found
    entries = list(found[: PAGE_SIZE + 1])
    shown, newer, older = page_of([(each.at, each.pk) for each in entries], size=PAGE_SIZE, position=position)
    rows = {each.pk: each for each in entries}
    return Page([rows[key] for _at, key in shown], newer, older)
