"""Doors: search, duplicates and merging."""

from collections.abc import Mapping
from typing import Any

from tests.access.door import STEER, Door, get, post
from tests.access.world import World

Sent = Mapping[str, Any]


def nothing(world: World, who: str) -> Sent:
    """A button."""
    return {"button": ""}


def other_number(world: World, who: str) -> Sent:
    """The number of a case of the same person."""
    return {"number": world.shared.more["other"].number}  # type: ignore[attr-defined]  # it is a case


def other_record(world: World, who: str) -> Sent:
    """A record that contradicts nothing."""
    return {"other": str(world.shared.more["other"].pk)}


def wanted(world: World, who: str) -> Sent:
    """A name, spelt differently."""
    return {"wanted": "Tesfai 1994"}


def asked(world: World, who: str) -> Sent:
    """A name."""
    return {"family_name": "Tesfai", "birth": "1994"}


def empty(world: World, who: str) -> Sent:
    """An empty object."""
    return {}


DOORS: list[Door] = [
    get("cases:merges", STEER),
    post("cases:merges", STEER, done=303, form=other_number, stores=False),
    get("cases:merge", STEER),
    post("cases:merge", STEER, done=303, form=nothing),
    post("cases:merge_undo", STEER, done=303, form=nothing),
    post("api:search", "role:view_case", form=wanted),
    post("api:duplicates", "role:take_up_case", form=asked),
    get("api:merges", STEER),
    post("api:merges", STEER, done=201, form=other_record),
    post("api:merge_undo", STEER, form=empty),
]
