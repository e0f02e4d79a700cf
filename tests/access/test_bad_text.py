"""Whatever somebody types: it is stored as it is or refused with a sentence at its field, and shown as text."""

import html
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.asking import address_of, send
from tests.access.door import Door
from tests.access.stored_texts import stored_texts
from tests.access.typed import WRITING, form_behind, refuse, some_forms, still_typed, text_fields, valid
from tests.access.world import World, undone

STORED = {
    "markup": "<b onmouseover=alert(1)>\"'&amp;</b> {{ request }} {% now 'Y' %} %s 100 % {0} $1",
    "script": "</textarea><script>alert(1)</script>\neins\n\tzwei ;-- =1+1|x",
    "scripts": (
        "\u200f\u0645\u0631\u064a\u0645\u200e \u202eab\u202c \u2067x\u2069 👩🏽‍🚒 ẞ Ñ a\u0301\u0302 Łódź 李 ትግ ქართ 🇩🇪"
    ),
    "as long as it may be": "😀" * 10_000,
}
REFUSED = {"nul": "Ich\x00bin", "bell": "Ich\x07bin", "escape": "\x1b[2JIch"}
LIVE = {"markup": "<b onmouseover", "script": "<script>alert"}


Check = Callable[[Door, World], None]


def test_forms_are_known() -> None:
    assert len(WRITING) >= 8


def text_is_stored_as_it_was_typed(door: Door, world: World) -> None:
    if not door.stores:
        return
    client = world.client(door.by)
    fields = text_fields(form_behind(door, world, client))
    for kind, text in STORED.items():
        typed = {
            name: _fitting(text, number, field.max_length)
            for number, (name, field) in enumerate(fields.items())
        }
        with undone():
            shown = _sent(door, world, client, {**valid(door, world), **typed}, everywhere=kind in LIVE)
            missing = set(typed.values()) - stored_texts(world.member(door.by))
        assert missing == set(), kind
        assert [live for live in LIVE.values() if live in shown] == [], kind


def what_cannot_be_stored_is_refused_and_stays_in_the_form(door: Door, world: World) -> None:
    client = world.client(door.by)
    fields = text_fields(form_behind(door, world, client))
    for kind, text in REFUSED.items() if fields else ():
        typed = {name: f"{number} {text}" for number, name in enumerate(fields)}
        response = refuse(door, world, client, {**valid(door, world), **typed})
        _says_why_at_each_field(response, door, typed, kind)


def a_letter_too_many_is_refused_and_nothing_is_cut(door: Door, world: World) -> None:
    client = world.client(door.by)
    fields = text_fields(form_behind(door, world, client))
    typed = {name: "<" * ((field.max_length or 0) + 1) for name, field in fields.items()}

    if typed:
        response = refuse(door, world, client, {**valid(door, world), **typed})
        _says_why_at_each_field(response, door, typed, "too long")


def half_a_character_in_the_bytes_is_no_error_of_ours(door: Door, world: World) -> None:
    client = world.client(door.by)
    fields = text_fields(form_behind(door, world, client))
    good = urlencode(valid(door, world))
    with undone():
        response = client.post(
            address_of(door, world.shared.arguments),
            "&".join([good, *(f"{name}=a%ED%A0%BDb%FF" for name in fields)]),
            content_type="application/x-www-form-urlencoded",
        )
        texts = stored_texts(world.member(door.by))
    assert response.status_code in {302, 303, 422}
    assert all(text.isprintable() or "\n" in text for text in texts)


@some_forms
@pytest.mark.parametrize(
    "check",
    [
        text_is_stored_as_it_was_typed,
        what_cannot_be_stored_is_refused_and_stays_in_the_form,
        a_letter_too_many_is_refused_and_nothing_is_cut,
        half_a_character_in_the_bytes_is_no_error_of_ours,
    ],
    ids=lambda check: check.__name__,
)
def test_forms(check: Check, doors: list[Door], world: World) -> None:
    for door in doors:
        with undone():
            check(door, world)


@pytest.mark.parametrize("name", ["cases:draft", "cases:take_up_draft"])
def test_a_draft_takes_everything_but_what_no_database_stores(name: str, world: World) -> None:
    client = world.client("lead")
    kwargs = {"case_id": world.shared.case.pk, "kind": "interview"} if name == "cases:draft" else {}
    address = reverse(name, kwargs=kwargs)
    for text in (*STORED.values(), "Ich\x07bin"):
        assert client.post(address, {"success": text}).status_code == 200
    answer = client.post(address, {"success": "Ich\x00bin"})
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "text/plain; charset=utf-8")
    assert answer.content.decode().endswith(".")


def _fitting(text: str, number: int, length: int | None) -> str:
    """A text of its own for each field, no longer than it takes."""
    return f"{number:02}{text}"[:length].strip()


def _sent(door: Door, world: World, client: Client, sent: dict[str, Any], *, everywhere: bool) -> str:
    """What the page says that comes next, or all pages that show what was sent."""
    form = address_of(door, world.shared.arguments)
    response = send(client, "POST", form, sent=sent)
    assert response.status_code in {302, 303}, door
    paths = {response.headers["Location"]}
    if everywhere:
        paths |= {form, reverse("cases:detail", args=[world.shared.case.pk])}
    return "".join(client.get(path).content.decode() for path in paths)


def _says_why_at_each_field(response: Any, door: Door, typed: dict[str, str], kind: str) -> None:
    page = response.content.decode()
    form, kept = response.context[door.shows], still_typed(page)
    for name, text in typed.items():
        sentences = form.errors.get(name, [])
        assert sentences, (kind, name)
        assert all(html.escape(str(sentence)) in page for sentence in sentences), (kind, name)
        assert kept[name] == [text], (kind, name)
