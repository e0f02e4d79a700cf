"""Everybody × every door: what is not hers to see does not exist; each answer has its headers and leaves its entry."""

import pytest

from tests.access.asking import answer_of, ask, form_of
from tests.access.door import EVERYBODY
from tests.access.headers import missing_at
from tests.access.register import DOORS
from tests.access.trail_left import entries_left, other_than_hers
from tests.access.world import World, undone


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_gets_which_answer(who: str, world: World) -> None:
    answers, headers, entries = {}, {}, {}
    for door in DOORS:
        with undone():
            client, sent = world.client(who), form_of(door, world, who)
            with entries_left(door, world, who) as left:
                response = ask(client, door, world.shared.arguments, sent=sent)
            entries[str(door)] = other_than_hers(door, world, who, left)
        answers[str(door)] = answer_of(response)
        headers[str(door)] = missing_at(door, response)
    assert answers == {str(door): door.expected(who) for door in DOORS}
    assert {door: missing for door, missing in headers.items() if missing} == {}
    assert {door: left for door, left in entries.items() if left} == {}


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_may_not_learns_nothing_from_what_she_sends(who: str, world: World) -> None:
    by_kind = [door for door in DOORS if door.is_api and door.form and who not in door.differing]
    refused = [door for door in by_kind if door.expected(who) in {403, 404}]
    answers = {}
    for door in refused:
        with undone():
            response = ask(world.client(who), door, world.shared.arguments, sent={"nonsense": 1})
        answers[str(door)] = answer_of(response)
    assert answers == {str(door): door.expected(who) for door in refused}
