"""What one request leaves in the trail."""

from collections.abc import Iterator
from contextlib import contextmanager

from audit.models import Entry
from audit.models.entry import Verb
from core.acting import acting
from tests.access.door import IN_THE_CASE, Door
from tests.access.world import World

# What a person writes for herself alone is no access to the case.
HERS_ALONE = {"cases:draft", "cases:draft_discard"}
# A merge leaves its entry in each case of the person.
IN_SEVERAL_CASES = {"POST cases:merge", "POST cases:merge_undo", "POST api:merges", "POST api:merge_undo"}


@contextmanager
def entries_left(door: Door, world: World, who: str) -> Iterator[list[Entry]]:
    """The entries of the request inside; those about no case, such as of a list, are left out."""
    found: list[Entry] = []
    if not (door.is_of_a_case and who in IN_THE_CASE):
        yield found
        return
    agency = world.member(who).agency_id
    with acting(agency):
        before = set(Entry.objects.values_list("pk", flat=True))
    yield found
    with acting(agency):
        found += Entry.objects.exclude(pk__in=before)


def other_than_hers(door: Door, world: World, who: str, found: list[Entry]) -> list[str]:
    """The entries, if they are not the one that her request about the shared case has to leave."""
    if not (door.is_of_a_case and who in IN_THE_CASE):
        return []
    if str(door) in IN_SEVERAL_CASES:
        found = [entry for entry in found if entry.case_id == world.shared.case.pk]
    membership, refused = world.member(who), door.expected(who) in {403, 404}
    about = [(e.case_id, e.actor_id, e.agency_id, e.verb == Verb.REFUSED) for e in found]
    mine = (world.shared.case.pk, membership.user_id, membership.agency_id, refused)
    expected = [mine] if refused or door.name not in HERS_ALONE else []
    return [] if about == expected else ["no other than hers", *(f"{e.verb} {e.case_id}" for e in found)]
