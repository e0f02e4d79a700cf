"""What is sent through each door of the interface: the least that is accepted."""

from collections.abc import Mapping
from typing import Any

from core.today import today
from tests.access.world import World

Body = Mapping[str, Any]


def person(world: World, who: str) -> Body:
    """A name and a legal basis."""
    return {"migrant": {"family_name": "Neumann"}, "legal_basis": str(world.basis.pk)}


def participation(world: World, who: str) -> Body:
    """One area for an agency that takes no part."""
    area = {"life_area": "work", "legal_basis": str(world.basis.pk)}
    return {"agency": str(world.not_in_the_case.pk), "access": "read", "areas": [area]}


def end(world: World, who: str) -> Body:
    """At once."""
    return {"reason": "Alles geklärt"}


def phase(world: World, who: str) -> Body:
    """The next one."""
    return {"phase": "planning", "reason": "Alles erhoben"}


def interview(world: World, who: str) -> Body:
    """One answer."""
    said = {"question": "success", "text": "Arbeit finden"}
    return {"held_on": today().isoformat(), "consent": "oral", "statements": [said]}


def analysis(world: World, who: str) -> Body:
    """One section."""
    text = {"kind": "goals", "text": "Wohnung finden"}
    return {"as_of": today().isoformat(), "title": "Wohnung zuerst", "texts": [text]}


def rewritten(world: World, who: str) -> Body:
    """The same, for the version that stands."""
    return {**analysis(world, who), "version": 1}


def nothing(world: World, who: str) -> Body:
    """An empty object."""
    return {}
