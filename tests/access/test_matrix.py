"""Everybody × every door; what is not hers to see does not exist."""

import pytest

from tests.access.asking import answer_of, ask, form_of
from tests.access.door import EVERYBODY
from tests.access.register import DOORS
from tests.access.world import World, undone


@pytest.mark.parametrize("who", EVERYBODY)
def test_who_gets_which_answer(who: str, world: World) -> None:
    answers = {}
    for door in DOORS:
        with undone():
            client, sent = world.client(who), form_of(door, world, who)
            answers[str(door)] = answer_of(ask(client, door, world.shared.arguments, sent=sent))
    assert answers == {str(door): door.expected(who) for door in DOORS}
