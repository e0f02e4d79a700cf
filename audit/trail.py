"""The one way into the trail: the actor comes from the context, never from the caller's arguments."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from audit.models import Entry
from audit.models.entry import Verb
from core.request_log import code_of_request

__all__ = ["Actor", "Verb", "acted_by", "note_list", "record", "record_refusal"]


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, for which agency, through which channel (page, api, task, command)."""

    person_id: UUID | None = None
    person: str = ""
    agency_id: UUID | None = None
    agency: str = ""
    channel: str = ""


class Recorded(Protocol):
    """What an entry can be about: it has a UUID and says under which label the trail may name it."""

    pk: UUID

    @property
    def trail_label(self) -> str: ...

    @property
    def trail_case_id(self) -> UUID | None: ...


NOBODY = Actor()

_actor: ContextVar[Actor] = ContextVar("actor", default=NOBODY)


@contextmanager
def acted_by(actor: Actor) -> Iterator[None]:
    """Whom the entries inside name."""
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)


def record(
    verb: Verb, subject: Recorded | None = None, *, reason: str = "", listed: Iterable[UUID] = ()
) -> None:
    """Write one entry into the transaction that does what it tells; if that fails, both fail.

    `listed` names further cases of which the same page showed a line.
    """
    entry = _entry(verb, reason=reason)
    entry.listed = list(listed)
    if subject is not None:
        entry.object_type = type(subject).__name__
        entry.object_id = subject.pk
        entry.object_label = subject.trail_label
        entry.case_id = subject.trail_case_id
    entry.save(force_insert=True)


def record_refusal(case_id: UUID, *, reason: str) -> None:
    """Write that somebody wanted something of a case, which may not even exist, and did not get it."""
    entry = _entry(Verb.REFUSED, reason=reason)
    entry.case_id = case_id
    entry.save(force_insert=True)


def note_list(case_ids: Iterable[UUID], *, reason: str = "") -> None:
    """Write the one entry of a list page, with the cases it showed."""
    entry = _entry(Verb.LISTED, reason=reason)
    entry.listed = list(case_ids)
    entry.save(force_insert=True)


def _entry(verb: Verb, *, reason: str) -> Entry:
    actor = _actor.get()
    return Entry(
        verb=verb,
        reason=reason,
        actor_id=actor.person_id,
        actor_label=actor.person,
        agency_id=actor.agency_id,
        agency_label=actor.agency,
        channel=actor.channel,
        code=code_of_request.get(),
    )
