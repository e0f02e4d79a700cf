"""The trail as tests read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from agencies.models import Membership
from audit.models import Entry
from audit.models.entry import Verb
from cases.models import Case
from core.acting import acting

# Stands in every text that a test types; an entry that holds it tells content.
CANARY = "KANARI-7f3"


def entries_for(*memberships: Membership) -> list[Entry]:
    """Every entry that one of their agencies may read, the earliest first."""
    found: dict[UUID, Entry] = {}
    for membership in memberships:
        with acting(membership.agency_id, person_id=membership.user_id):
            found |= {entry.pk: entry for entry in Entry.objects.all()}
    return sorted(found.values(), key=lambda entry: entry.at)


def says(entry: Entry) -> str:
    """Everything that stands in an entry, in one line."""
    return " ".join(str(getattr(entry, field.attname)) for field in Entry._meta.fields)


@contextmanager
def one_entry(
    by: Membership, verb: Verb, *, case: Case, about: str, reason: str | None = None
) -> Iterator[None]:
    """What happens inside is one entry: who, for which agency, what, with which object, in which case; no content."""
    before = {entry.pk for entry in entries_for(by)}
    yield
    (entry,) = [entry for entry in entries_for(by) if entry.pk not in before]
    assert (entry.actor_id, entry.actor_label) == (by.user_id, by.user.name)
    assert (entry.agency_id, entry.agency_label) == (by.agency_id, by.agency.name)
    assert (entry.verb, entry.object_type, entry.case_id) == (verb, about, case.pk)
    assert entry.object_id is not None
    assert CANARY not in says(entry)
    if reason is not None:
        assert entry.reason == reason


@contextmanager
def no_entry(by: Membership) -> Iterator[None]:
    """What happens inside leaves no entry."""
    before = {entry.pk for entry in entries_for(by)}
    yield
    assert {entry.pk for entry in entries_for(by)} == before
