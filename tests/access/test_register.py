"""The register is complete: no address, no method and no argument that it does not know."""

from collections import Counter

import pytest

from tests.access.addresses import addresses
from tests.access.asking import answer_of, ask
from tests.access.door import LOGIN, Answer, Door
from tests.access.register import DOORS
from tests.access.world import World, random_arguments, undone

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
BY_ADDRESS = {name: [door for door in DOORS if door.name == name] for name in {door.name for door in DOORS}}


def test_every_address_is_registered_and_none_is_stale() -> None:
    assert sorted(BY_ADDRESS) == sorted({address.name for address in addresses()})


def test_no_name_stands_for_two_addresses() -> None:
    names = Counter(address.name for address in addresses())
    assert [name for name, count in names.items() if count > 1] == []


def test_no_door_is_registered_twice() -> None:
    doors = Counter(str(door) for door in DOORS)
    assert [door for door, count in doors.items() if count > 1] == []


def test_every_argument_can_be_built() -> None:
    needed = {name for address in addresses() for name in address.parameters}
    assert needed <= set(random_arguments())


def test_what_is_sent_is_registered() -> None:
    assert [str(door) for door in DOORS if (door.form is None) != (door.method == "GET")] == []


@pytest.mark.parametrize("who", ["anonymous", "lead"])
def test_no_other_method_gets_in(who: str, world: World) -> None:
    let_in = {}
    for name, doors in BY_ADDRESS.items():
        guard = _guard(doors, who, world)
        for method in sorted(set(METHODS) - {door.method for door in doors}):
            with undone():
                client = world.client(who)
                response = ask(client, doors[0], world.shared.arguments, sent={"x": "y"}, method=method)
            answer = (answer_of(response), response.headers.get("Location", ""))
            says_which = method == "OPTIONS" and not response.content
            closed = {405, LOGIN, 403} if doors[0].is_api and who == "anonymous" else {405, LOGIN}
            if answer[0] not in closed and answer != guard and not says_which:
                let_in[f"{method} {name}"] = answer
    assert let_in == {}


def _guard(doors: list[Door], who: str, world: World) -> tuple[Answer, str] | None:
    """What stands before the page: a redirect or a 404 that comes whatever the method is."""
    page = next((door for door in doors if door.method == "GET"), None)
    if page is None or page.expected(who) == 200:
        return None
    response = ask(world.client(who), page, world.shared.arguments)
    return answer_of(response), response.headers.get("Location", "")
