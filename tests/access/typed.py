"""Forms as somebody at the keyboard meets them: which fields take text, and what a page would send back."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.test import Client

from core.forms.plain_text import PlainTextField
from tests.access.asking import address_of, form_of, send
from tests.access.door import Door
from tests.access.register import DOORS
from tests.access.world import World

READ_AND_SENT = {door.name for door in DOORS if door.method == "GET" and not door.is_api}
# Pages with a form of ours, sent to their own address.
WRITING = [
    door
    for door in DOORS
    if door.method == "POST"
    and door.shows
    and door.name in READ_AND_SENT
    and not door.name.startswith(("account", "mfa"))
]

# Some forms each, so that the world they are tried in is built once for all of them.
TOGETHER = 25
some_forms = pytest.mark.parametrize(
    "doors",
    [WRITING[first : first + TOGETHER] for first in range(0, len(WRITING), TOGETHER)],
    ids=lambda doors: doors[0].name,
)


def form_behind(door: Door, world: World, client: Client) -> forms.BaseForm:
    """The form of the page, as the view builds it for her."""
    response: Any = client.get(address_of(door, world.shared.arguments))
    form = response.context[door.shows]
    assert isinstance(form, forms.BaseForm)
    return form


def text_fields(form: forms.BaseForm) -> dict[str, PlainTextField]:
    """Fields that take text; a field that takes it in any other way than by PlainTextField is a mistake."""
    seen = {name: each for name, each in form.fields.items() if not each.widget.is_hidden}
    # An address is no text: it is an address or refused.
    written = {name: each for name, each in seen.items() if not isinstance(each, forms.EmailField)}
    texts = {name: each for name, each in written.items() if isinstance(each, forms.CharField)}
    assert all(isinstance(each, PlainTextField) and each.max_length for each in texts.values()), texts
    return {name: each for name, each in texts.items() if isinstance(each, PlainTextField)}


def valid(door: Door, world: World) -> dict[str, Any]:
    """What is accepted."""
    return dict(form_of(door, world, door.by) or {})


class _Controls(HTMLParser):
    """Collects what a browser would send."""

    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self._area = self._select = ""
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = {name: value or "" for name, value in attrs}
        if tag == "textarea":
            self._area, self._text = at.get("name", ""), []
        elif tag == "select":
            self._select = at.get("name", "")
        elif tag == "option" and "selected" in at and self._select:
            self._add(self._select, at.get("value", ""))
        elif tag == "input" and not (at.get("type") in {"checkbox", "radio"} and "checked" not in at):
            self._add(at.get("name", ""), at.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._area:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self._add(self._area, "".join(self._text).removeprefix("\n"))
            self._area = ""

    def _add(self, name: str, value: str) -> None:
        self.values.setdefault(name, []).append(value)


def still_typed(html: str) -> dict[str, list[str]]:
    """By name, the values that stand in the page's controls."""
    controls = _Controls()
    controls.feed(html)
    controls.close()
    return controls.values


def refuse(door: Door, world: World, client: Client, sent: dict[str, Any]) -> Any:
    """The answer to what must not be accepted: the page again, with 422 and the form in its context."""
    response: Any = send(client, "POST", address_of(door, world.shared.arguments), sent=sent)
    assert response.status_code == 422, (door, response.status_code)
    return response
