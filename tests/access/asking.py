"""Going through a door: the request of one person, and what is left of the answer when all that is random is gone."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from core.api_throttle import CallsPerPerson
from tests.access.addresses import addresses
from tests.access.door import LOGIN, Answer, Door
from tests.access.world import World

PARAMETERS = {address.name: address.parameters for address in addresses()}
SIGN_IN = reverse("account_login")
RANDOM = [
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "<id>"),
    (re.compile(r"<strong>[A-HJ-NP-Z2-9]{8}</strong>"), "<code>"),
    (re.compile(r'"code": ?"[A-HJ-NP-Z2-9]{8}"'), "<code>"),
    (re.compile(r'(name="csrfmiddlewaretoken" value|"X-CSRFToken")[=:] ?"\w+"'), "<token>"),
]


def address_of(door: Door, arguments: Mapping[str, Any]) -> str:
    """The path, with those of the arguments that it takes, and what it says besides."""
    path = reverse(door.name, kwargs={name: arguments[name] for name in PARAMETERS[door.name]})
    return path + door.query


def ask(
    client: Client,
    door: Door,
    arguments: Mapping[str, Any],
    *,
    sent: Mapping[str, Any] | None = None,
    method: str = "",
    **headers: str,
) -> HttpResponse:
    """One request through the door."""
    path = address_of(door, arguments)
    return send(client, method or door.method, path, sent=sent, as_json=door.is_api, **headers)


def send(
    client: Client,
    method: str,
    path: str,
    *,
    sent: Mapping[str, Any] | None = None,
    as_json: bool = False,
    **headers: str,
) -> HttpResponse:
    """One request; what is sent goes as a form to a page and as JSON to the interface."""
    # So many questions a minute nobody else has.
    CallsPerPerson.cache.clear()
    how: dict[str, Any] = {"headers": {name.replace("_", "-"): value for name, value in headers.items()}}
    if sent is not None and method not in {"GET", "HEAD"}:
        how["data"] = dict(sent)
        if as_json:
            how["content_type"] = "application/json"
    response: HttpResponseBase = getattr(client, method.lower())(path, **how)
    return _read(response)


def form_of(door: Door, world: World, who: str) -> Mapping[str, Any] | None:
    """What she sends through the door."""
    return door.form(world, who) if door.form else None


def answer_of(response: HttpResponseBase) -> Answer:
    """The status; being led to the sign-in has a name of its own."""
    if response.status_code == 302 and response.headers["Location"].startswith(SIGN_IN):
        return LOGIN
    return response.status_code


def looks(response: Any) -> tuple[int, dict[str, str], str]:
    """Status, headers and body, without ids, codes and tokens."""
    headers = {name: plain(value) for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, headers, plain(response.content.decode(errors="replace"))


def plain(text: str) -> str:
    """The text without what is new each time."""
    for pattern, name in RANDOM:
        text = pattern.sub(name, text)
    return text


def _read(response: HttpResponseBase) -> HttpResponse:
    """A file is read to its end, so that it is closed."""
    if isinstance(response, HttpResponse):
        return response
    assert isinstance(response, StreamingHttpResponse)
    content = response.getvalue()
    return HttpResponse(content, status=response.status_code, headers=dict(response.headers.items()))
