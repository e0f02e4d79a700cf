"""What is typed ends in its table and nowhere else: not in the log, the trail, a session, the cache or a task."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from celery import current_app
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from audit.models import Entry
from cases.views import detail
from tests.access.asking import address_of, ask, send
from tests.access.canaries import Aviary
from tests.access.door import Door
from tests.access.log_lines import log_lines
from tests.access.register import DOORS
from tests.access.typed import WRITING, form_behind, text_fields, valid
from tests.access.world import World, undone

# Why something ended is the "why" of the trail's entry, and what the trail calls an agency is its name.
TOLD_BY_THE_TRAIL = {
    "cases:participation_end",
    *(f"administration:{name}" for name in ("member_end", "agency_close", "agency_new", "agency_edit")),
    *(f"administration:{name}" for name in ("carrier_new", "carrier")),
}
CLOSES = {"account_login", "account_logout", "account_reauthenticate", "api:participation_end"}
# The library keeps the request in her session while she confirms who she is: six digits, no word of a case.
CONFIRMED_FIRST = {"mfa_activate_totp code"}
TEXTS = {"family_name", "number", "success", "text", "title", "code", "language", "theme"}


@dataclass
class Sinks:
    """Where nothing of it may arrive."""

    log: list[str] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)

    @property
    def everything(self) -> str:
        """All that arrived, sessions and cache included."""
        sessions = [str(session.get_decoded()) for session in Session.objects.all()]
        cached = str(getattr(cache, "_cache", ""))
        return "\n".join([*self.log, *self.trail, *self.tasks, *sessions, cached])


@pytest.fixture
def sinks(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sinks]:
    """Listened to while the test runs."""
    found = Sinks()
    save: Callable[..., None] = Entry.save

    def noted(entry: Entry, **how: Any) -> None:
        found.trail.append(str(vars(entry)))
        save(entry, **how)

    def send_task(name: str, **how: Any) -> None:
        found.tasks.append(f"{name} {how}")

    monkeypatch.setattr(Entry, "save", noted)
    monkeypatch.setattr(current_app, "send_task", send_task)
    with log_lines() as lines:
        found.log = lines
        yield found


@pytest.fixture
def aviary() -> Aviary:
    """The words that are typed."""
    return Aviary()


def test_what_is_typed_arrives_nowhere_else(
    world: World,
    sinks: Sinks,
    aviary: Aviary,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    leaked: set[str] = set()
    for door in (door for door in DOORS if door.form and door.name not in CLOSES):
        with undone():
            with django_capture_on_commit_callbacks(execute=True):
                if door not in WRITING:
                    sent = _with_words(valid(door, world), door.name, aviary)
                    ask(world.client("lead"), door, world.shared.arguments, sent=sent)
                elif door.name not in TOLD_BY_THE_TRAIL:
                    _through_the_form(door, world, world.client(door.by), aviary)
            # Before it is undone, with the sessions.
            leaked |= {bird.field for bird in aviary.in_text(sinks.everything)}

    tasks = {task.split()[0] for task in sinks.tasks}
    assert tasks == {"cases.tasks.make_analysis_pdf", "core.tasks.send_mails"}
    assert len(aviary.birds) > 150
    assert leaked == CONFIRMED_FIRST


def test_what_fails_says_nothing_of_what_was_typed(
    world: World, sinks: Sinks, aviary: Aviary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ValueError(aviary.word("message of an error", ()))

    monkeypatch.setattr(detail, "CaseOverview", broken)
    client = Client(raise_request_exception=False)
    client.cookies = world.client("lead").cookies
    word = aviary.word("typed", ())
    answers = [
        client.get(reverse("cases:detail", args=[world.shared.case.pk])),
        client.get(f"/cases/{word}/?{word}={word}"),
        client.get(reverse("cases:list"), {"position": word}),
        client.get("/", headers={"Host": "elsewhere.example", "Referer": f"https://{word}.example"}),
        Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": word}),
        Client().post(reverse("account_login"), {"login": f"{word}@x.example", "password": word}),
        client.post(reverse("api:cases"), f'{{"{word}', content_type="application/json"),
    ]

    assert [answer.status_code for answer in answers] == [500, 404, 400, 400, 403, 200, 400]
    assert len(sinks.log) >= len(answers) - 2
    assert [bird.field for bird in aviary.in_text(sinks.everything)] == []


def _through_the_form(door: Door, world: World, client: Client, aviary: Aviary) -> None:
    """Refused at first, because a character is wrong, and then accepted; a word that is looked up is not found."""
    names = text_fields(form_behind(door, world, client))
    typed = {name: aviary.word(f"{door.name} {name}", ()) for name in names}
    address = address_of(door, world.shared.arguments)
    wrong = {name: f"{word}\x00" for name, word in typed.items()}
    if wrong:
        assert send(client, "POST", address, sent={**valid(door, world), **wrong}).status_code == 422
    accepted = {302, 303} if door.stores else {422}
    assert send(client, "POST", address, sent={**valid(door, world), **typed}).status_code in accepted, door


def _with_words(sent: Any, where: str, aviary: Aviary) -> Any:
    """The same with a word in place of each text."""
    if isinstance(sent, dict):
        return {
            name: aviary.word(f"{where} {name}", ()) if name in TEXTS else _with_words(value, where, aviary)
            for name, value in sent.items()
        }
    return [_with_words(each, where, aviary) for each in sent] if isinstance(sent, list) else sent
