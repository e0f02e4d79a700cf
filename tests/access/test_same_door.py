"""However a request is dressed, it gets what the plain one gets."""

from typing import Any

import pytest

from tests.access.asking import address_of, answer_of, ask, send
from tests.access.register import DOORS
from tests.access.world import World, random_arguments, undone

READING = [door for door in DOORS if door.method == "GET"]
DRESSED: dict[str, dict[str, Any]] = {
    "fragment": {"HX_Request": "true", "HX_Target": "content"},
    "json": {"Accept": "application/json"},
    "pdf": {"Accept": "application/pdf, text/csv;q=0.5"},
    "override": {
        "X_HTTP_Method_Override": "DELETE",
        "X_Original_URL": "/",
        "X_Forwarded_Host": "elsewhere.example",
    },
}
QUERY = "?format=json&_method=DELETE&next=//elsewhere.example"


@pytest.mark.parametrize("how", DRESSED)
def test_headers_and_queries_open_nothing(how: str, world: World) -> None:
    client = world.client("reader")
    answers = {}
    for door in READING:
        # The interface refuses a parameter that it does not know.
        path = address_of(door, world.shared.arguments) + ("" if door.is_api else QUERY)
        with undone():
            answers[str(door)] = answer_of(send(client, "GET", path, **DRESSED[how]))
    expected = {str(door): door.expected("reader") for door in READING}
    # A program learns in JSON that she is signed in already.
    assert answers == expected | ({"GET account_login": 200} if how == "json" else {})


def test_head_says_what_get_says_without_a_word(world: World) -> None:
    client = world.client("reader")
    for door in READING:
        with undone():
            response = ask(client, door, world.shared.arguments, method="HEAD")
        assert (answer_of(response), response.content) == (door.expected("reader"), b""), door


@pytest.mark.parametrize("who", ["anonymous", "reader"])
def test_without_its_last_slash_an_address_tells_nothing(who: str, world: World) -> None:
    client = world.client(who)
    for door in (door for door in READING if not door.is_api and door.name != "my_day"):
        shared, random = (address_of(door, each) for each in (world.shared.arguments, random_arguments()))
        for path in (shared, random):
            with undone():
                response = send(client, "GET", path.rstrip("/"))
            assert (response.status_code, response.headers["Location"]) == (301, path), door
