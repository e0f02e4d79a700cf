"""One line of the table: what the application does, the same by hand, and what was promised."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from bench.by_hand import Statement
from bench.reader import Reader


@dataclass(frozen=True, slots=True)
class Bounds:
    """Figures not to be exceeded; None: not promised."""

    statements: int | None = None
    ratio: float | None = None
    growth: float | None = None
    milliseconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Ours against a statement by hand, in one database for one reader."""

    name: str
    reader: Reader
    bounds: Bounds
    ours: Callable[[], Any]
    # What the application works in: a transaction, or for a whole request, which opens one itself, the day.
    inside: Callable[[], AbstractContextManager[None]]
    by_hand: Statement | None = None
    # How many rows it shows, where that decides how long it takes.
    rows: Callable[[Any], int] | None = None
    # What both must agree on.
    answer: Callable[[Any], Any] = lambda result: result
    answer_by_hand: Callable[[list[tuple[Any, ...]]], Any] = lambda rows: rows[0][0]
