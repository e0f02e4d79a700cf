"""Several people at once: each in a thread with a connection of its own. For tests that commit."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections

Call = Callable[[], Any]


def all_at_once(calls: Sequence[Call]) -> list[Any]:
    """Begin all calls in the same moment; what each returns, or the exception it raised."""
    start = Barrier(len(calls))

    def run(call: Call) -> Any:
        start.wait(timeout=10)
        return _with_own_connection(call)

    with ThreadPoolExecutor(len(calls)) as pool:
        return [_outcome(future) for future in [pool.submit(run, call) for call in calls]]


def meanwhile(call: Call) -> tuple[ThreadPoolExecutor, "Future[Any]"]:
    """Begin a call beside the test; leave the pool to wait for it."""
    pool = ThreadPoolExecutor(1)
    return pool, pool.submit(_with_own_connection, call)


def _with_own_connection(call: Call) -> Any:
    try:
        return call()
    finally:
        connections.close_all()


def _outcome(future: "Future[Any]") -> Any:
    return future.exception() or future.result()
