"""Pages by the last row seen, and what stands in their links."""

import base64
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import BadRequest

from core.keyset import Position, page_of

NOON = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
ROW = UUID("6f0c7c2e-54ab-4a7c-8f0e-3a1f6ad0f001")


def encoded(content: object) -> str:
    """A token as somebody else would make it."""
    text = content if isinstance(content, str) else json.dumps(content)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


@pytest.mark.parametrize("backwards", [True, False])
def test_a_position_survives_its_link(*, backwards: bool) -> None:
    position = Position(NOON, ROW, backwards)
    assert Position.from_token(position.token()) == position


def test_no_token_is_the_first_page() -> None:
    assert Position.from_token("") is None


def test_a_token_needs_no_quoting_in_an_address() -> None:
    token = Position(NOON, ROW).token()
    assert set(token) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.parametrize(
    "token",
    [
        "x",
        "%00",
        "ä",
        "\x00",
        "null",
        "AAAA",
        "=" * 10,
        encoded("[]"),
        encoded("null"),
        encoded("{}"),
        encoded("1"),
        encoded("[" * 3000),
        encoded('{"a":' * 3000),
        encoded([NOON.isoformat(), str(ROW)]),
        encoded([NOON.isoformat(), str(ROW), False, 1]),
        encoded([NOON.isoformat(), "no row", False]),
        encoded([NOON.isoformat(), 7, False]),
        encoded([NOON.isoformat(), None, False]),
        encoded(["yesterday", str(ROW), False]),
        encoded([7, str(ROW), False]),
        encoded([None, str(ROW), False]),
        encoded(["2026-11-22T12:00:00", str(ROW), False]),
        encoded(["2026-11-22", str(ROW), False]),
        encoded(["2026-11-22T12:00:00+01:00", str(ROW), False]),
        encoded(["0001-01-01T00:00:00+23:59", str(ROW), False]),
        encoded("NaN"),
        encoded("9" * 5000),
    ],
)
def test_a_token_that_no_page_has_written_is_a_bad_request(token: str) -> None:
    with pytest.raises(BadRequest):
        Position.from_token(token)


KEYS = [(NOON - timedelta(hours=n), uuid4()) for n in range(7)]


def read(position: Position | None, *, size: int) -> list[tuple[datetime, UUID]]:
    """What the database would answer: size + 1 keys, in the direction of the position."""
    if position is None:
        return KEYS[: size + 1]
    here = (position.at, position.id)
    if position.backwards:
        return [key for key in reversed(KEYS) if key > here][: size + 1]
    return [key for key in KEYS if key < here][: size + 1]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_way_there_and_back_shows_each_row_once(size: int) -> None:
    pages = []
    token = ""
    while True:
        position = Position.from_token(token)
        shown, newer, token = page_of(read(position, size=size), size=size, position=position)
        pages.append((list(shown), newer))
        if not token:
            break
    assert [key for shown, _ in pages for key in shown] == KEYS
    assert pages[0][1] == ""

    token, back = pages[-1][1], [pages[-1][0]]
    while token:
        position = Position.from_token(token)
        shown, token, older = page_of(read(position, size=size), size=size, position=position)
        assert older
        back.insert(0, list(shown))
    assert back == [shown for shown, _ in pages]


def test_an_empty_list_is_one_empty_page() -> None:
    assert page_of([], size=5, position=None) == ([], "", "")
