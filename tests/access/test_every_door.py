"""Every page, every answer and every refusal of a case leaves its entry: one, in the name of who asked."""

import pytest
from django.urls import reverse

from audit.models import Entry
from audit.models.entry import Verb
from core.acting import acting
from tests.access.asking import ask, form_of
from tests.access.door import IN_THE_CASE, Door
from tests.access.register import DOORS
from tests.access.world import World, undone

# What a person writes for herself alone is no access to the case.
HERS_ALONE = {"cases:draft", "cases:draft_discard"}
# A merge leaves its entry in each case of the person.
IN_SEVERAL_CASES = {"POST cases:merge", "POST cases:merge_undo", "POST api:merges", "POST api:merge_undo"}


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
        if str(door) in IN_SEVERAL_CASES:
            found = [entry for entry in found if entry.case_id == world.shared.case.pk]
        refused = door.expected(who) in {403, 404}
        about = [(e.case_id, e.actor_id, e.agency_id, e.verb == Verb.REFUSED) for e in found]
        mine = (world.shared.case.pk, membership.user_id, membership.agency_id, refused)
        expected = [mine] if refused or door.name not in HERS_ALONE else []
        if about != expected:
            wrong[str(door)] = [f"{e.verb} {e.object_type} {e.case_id}" for e in found]
    assert wrong == {}


@pytest.mark.parametrize("who", ["uninvolved", "access_administrator"])
def test_who_does_not_see_the_case_leaves_a_refusal_that_its_lead_agency_reads(
    who: str, world: World
) -> None:
    case, membership = world.shared.case, world.member(who)
    for name in ("cases:detail", "api:case"):
        world.client(who).get(reverse(name, args=[case.pk]))
    with acting(case.lead_agency_id):
        found = Entry.objects.filter(case_id=case.pk, verb=Verb.REFUSED, actor_id=membership.user_id)
        assert [(e.channel, e.reason) for e in found.order_by("at")] == [
            ("page", "404 cases:detail"),
            ("api", "404 api:case"),
        ]


def test_there_are_doors_to_ask_about() -> None:
    assert len([door for door in DOORS if door.is_of_a_case]) > 30
    assert {door.name for door in DOORS} >= HERS_ALONE
