"""What is sent through each door: the least that is accepted."""

from collections.abc import Mapping
from typing import Any

from agencies.acting_membership import value_of
from core.today import today
from tests.access.world import World
from tests.factories import PASSWORD

Sent = Mapping[str, Any]


def sign_in(world: World, who: str) -> Sent:
    """Her own credentials; nobody's for the anonymous person."""
    membership = world.cast[who] or world.member("lead")
    return {"login": membership.user.email, "password": PASSWORD}


def password(world: World, who: str) -> Sent:
    """Once more, before something important."""
    return {"password": PASSWORD}


def six_digits(world: World, who: str) -> Sent:
    """A code that is wrong."""
    return {"code": "000000"}


def nothing(world: World, who: str) -> Sent:
    """A button without a field."""
    return {"button": ""}


def language(world: World, who: str) -> Sent:
    """English."""
    return {"language": "en", "next": "/"}


def theme(world: World, who: str) -> Sent:
    """Dark."""
    return {"theme": "dark", "next": "/"}


def acting(world: World, who: str) -> Sent:
    """The membership that she acts with already."""
    membership = world.cast[who]
    return {"membership": value_of(membership) if membership else ""}


def number(world: World, who: str) -> Sent:
    """The number of the shared case."""
    return {"wanted": world.shared.case.number}


def person(world: World, who: str) -> Sent:
    """A name and a legal basis."""
    choices = {"sex": "unknown", "mediator_needed": "not_asked", "title": "unknown"}
    return {"family_name": "Neumann", "legal_basis": world.basis.pk, **choices}


def phase(world: World, who: str) -> Sent:
    """The next one."""
    return {"phase": "planning", "reason": "Alles erhoben"}


def participation(world: World, who: str) -> Sent:
    """One area for an agency that takes no part."""
    agency = world.not_in_the_case.pk
    return {"agency": agency, "access": "read", "area_work": "shared", "legal_basis": world.basis.pk}


def contact(world: World, who: str) -> Sent:
    """A telephone."""
    return {"telephone": "05231 000-111"}


def end(world: World, who: str) -> Sent:
    """At once."""
    return {"reason": "Alles geklärt"}


def interview(world: World, who: str) -> Sent:
    """One answer."""
    return {"held_on": today().isoformat(), "consent": "oral", "success": "Arbeit finden"}


def analysis(world: World, who: str) -> Sent:
    """One section."""
    return {"as_of": today().isoformat(), "title": "Wohnung zuerst", "goals": "Wohnung finden"}
