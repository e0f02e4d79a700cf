"""What a kind of thing tells the time line: when each happened, and, for those on a page, what there is to read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol
from uuid import UUID

from django.db import models
from django.db.models.functions import Cast

from agencies.models import Membership
from cases.models import Case


@dataclass(frozen=True, slots=True)
class Happening:
    """One line: the day in words, what happened, by which agency, and the page that shows more."""

    when: str
    text: str
    agency: str
    path: str
    note: str = ""


class Source(Protocol):
    """One kind of thing."""

    @property
    def kind(self) -> str:
        """How addresses call it."""

    @property
    def label(self) -> Any:
        """How people call it, in the language of the page."""

    def moments(self, case: Case, *, reader: Membership, life_area: str) -> models.QuerySet[Any]:
        """What the reader sees of the case, in one life area or all, annotated with `moment`; nothing of the future."""

    def entries(self, case: Case, *, reader: Membership, ids: Sequence[UUID]) -> Mapping[UUID, Happening]:
        """What those are to read, in one query."""


def on_day(day: str, *, rank: int = 0) -> models.Expression:
    """The moment of what has only a day; a rank parts what one row does twice on one day."""
    start = Cast(models.F(day), models.DateTimeField())
    return models.ExpressionWrapper(start + timedelta(microseconds=rank), models.DateTimeField())


def on_day_at(day: models.F | models.Expression, written: str) -> models.Expression:
    """The moment of what has a day and was written down at a time: within one day in the order of writing."""
    time = Cast(models.F(written), models.TimeField())
    start = Cast(day, models.DateTimeField())
    return models.ExpressionWrapper(start + time, models.DateTimeField())
