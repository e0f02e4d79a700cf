"""Every page and every answer of a case leaves its entry: exactly one, about this case, in the name of who asked."""

import pytest

from audit.models import Entry
from core.acting import acting
from tests.access.asking import ask, form_of
from tests.access.conftest import cast, files, world
from tests.access.door import IN_THE_CASE, Door
from tests.access.register import DOORS
from tests.access.world import World, undone

__all__ = ["cast", "files", "world"]

# What a person writes for herself alone is no access to the case.
HERS_ALONE = {"cases:draft", "cases:draft_discard"}


def left_by(door: Door, world: World, who: str) -> list[Entry]:
    """The entries of one request; those about no case, such as of a list, are left out."""
    membership = world.member(who)
    with acting(membership.agency_id):
        before = set(Entry.objects.values_list("pk", flat=True))
    ask(world.client(who), door, world.shared.arguments, sent=form_of(door, world, who))
    with acting(membership.agency_id):
        return list(Entry.objects.exclude(pk__in=before))


@pytest.mark.parametrize("who", sorted(IN_THE_CASE))
def test_every_door_of_a_case_leaves_one_entry(who: str, world: World) -> None:
    membership, wrong = world.member(who), {}
    for door in DOORS:
        if not door.is_of_a_case:
            continue
        with undone():
            found = left_by(door, world, who)
        allowed = door.expected(who) in {200, 201, 202, 302, 303}
        about = [(e.case_id, e.actor_id, e.agency_id) for e in found]
        mine = (world.shared.case.pk, membership.user_id, membership.agency_id)
        expected = [mine] if allowed and door.name not in HERS_ALONE else []
        if about != expected:
            wrong[str(door)] = [f"{e.verb} {e.object_type} {e.case_id}" for e in found]
    assert wrong == {}


def test_there_are_doors_to_ask_about() -> None:
    assert len([door for door in DOORS if door.is_of_a_case]) > 30
    assert {door.name for door in DOORS} >= HERS_ALONE
