"""The order of a short list: the latest first, or the oldest when the address says so."""

from collections.abc import Sequence
from typing import TypeVar

from agencies.acting_request import ActingRequest

RowT = TypeVar("RowT")


def oldest_first(request: ActingRequest) -> bool:
    """She asked for the oldest first."""
    return request.GET.get("order") == "oldest"


def in_chosen_order(rows: Sequence[RowT], request: ActingRequest) -> Sequence[RowT]:
    """Rows that come the latest first, turned round when she asked for it."""
    return rows[::-1] if oldest_first(request) else rows
