"""A contest in one database: who takes part, that they agree, and how long each takes."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connections

from bench.base import Base
from bench.by_hand import Statement
from bench.contest import Contest

Sent = tuple[str, Any]
OURS, REPLAYED, BY_HAND = "ours", "replayed", "by hand"
# What opens, marks and closes a transaction, or says for whom it acts, is neither counted nor timed.
NOT_COUNTED = re.compile(r"\s*(SAVEPOINT|RELEASE|ROLLBACK|SET|SELECT set_config)\b", re.IGNORECASE)


class Disagreement(Exception):
    """The application and the statement by hand do not find the same."""


class Match:
    """Ours as a whole; the very statements it sent; and the statement by hand."""

    def __init__(self, contest: Contest, base: Base) -> None:
        self.contest = contest
        self.base = base
        base.use()
        ours, sent = self._listened_to()
        self.sent = [(text, parameters) for text, parameters in sent if not NOT_COUNTED.match(text)]
        self.rows = contest.rows(ours) if contest.rows else None
        self.contenders: dict[str, Callable[[], float]] = {OURS: self._ours}
        if contest.by_hand is not None:
            found = contest.answer_by_hand(contest.by_hand.rows(base.owner))
            if found != contest.answer(ours):
                raise Disagreement(f"{contest.name}, {contest.reader.name}: not the same as by hand")
            self.contenders |= {REPLAYED: self._replayed, BY_HAND: partial(self._by_hand, contest.by_hand)}
        self.seconds: dict[str, list[float]] = {name: [] for name in self.contenders}

    @property
    def statements(self) -> int:
        """How many statements ours sends."""
        return len(self.sent)

    def milliseconds(self, name: str) -> float | None:
        """The median of a contender, if it takes part."""
        return median(self.seconds[name]) * 1000 if name in self.seconds else None

    def run_all(self, *, at_most: float) -> None:
        """One turn of each contender that has not yet taken so many seconds."""
        self.base.use()
        for name, contender in self.contenders.items():
            if sum(self.seconds[name]) < at_most:
                self.seconds[name].append(contender())

    def _listened_to(self) -> tuple[Any, Sequence[Sent]]:
        sent: list[Sent] = []

        def listen(execute: Callable[..., Any], text: str, parameters: Any, *rest: Any) -> Any:
            sent.append((text, parameters))
            return execute(text, parameters, *rest)

        with connections["default"].execute_wrapper(listen), self.contest.inside():
            return self.contest.ours(), sent

    def _ours(self) -> float:
        begin = perf_counter()
        with self.contest.inside():
            self.contest.ours()
        return perf_counter() - begin

    def _replayed(self) -> float:
        with self.contest.inside():
            cursor = self.base.application.connection.cursor()
            begin = perf_counter()
            for text, parameters in self.sent:
                cursor.execute(text, parameters).fetchall()
            return perf_counter() - begin

    def _by_hand(self, statement: Statement) -> float:
        begin = perf_counter()
        statement.rows(self.base.owner)
        return perf_counter() - begin
