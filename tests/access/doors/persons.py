"""Doors: persons and their residence."""

from collections.abc import Mapping
from typing import Any

from tests.access.door import READ, STEER, Door, get, post, put
from tests.access.world import World

Sent = Mapping[str, Any]


def person(world: World, who: str) -> Sent:
    """The same name, and a nationality."""
    return {"family_name": "Tesfay", "sex": "female", "nationality_1": "ER"}


def whereabouts(world: World, who: str) -> Sent:
    """A municipality."""
    return {"municipality": "detmold"}


def block(world: World, who: str) -> Sent:
    """None."""
    return {"until": ""}


def languages(world: World, who: str) -> Sent:
    """None is known."""
    return {"mediator_needed": "not_asked"}


def target_group(world: World, who: str) -> Sent:
    """The one that the title gives anyway."""
    return {"group": "tolerated", "reason": "Bescheid liegt vor"}


def period(world: World, who: str) -> Sent:
    """A time that is over."""
    return {"title": "visa", "starts_on": "01.02.2019", "effective_until": "01.05.2019"}


def corrected(world: World, who: str) -> Sent:
    """The same group."""
    return {"title": "visa", "starts_on": "01.02.2020", "effective_until": "01.05.2020"}


def mistake(world: World, who: str) -> Sent:
    """Why it goes."""
    return {"mistake": "twice"}


def relative(world: World, who: str) -> Sent:
    """Somebody without a record."""
    return {"kind": "parent", "name": "Almaz Tesfay"}


def nothing(world: World, who: str) -> Sent:
    """A button."""
    return {"button": ""}


FORMS = {
    "person_edit": person,
    "whereabouts": whereabouts,
    "information_block": block,
    "languages": languages,
    "target_group": target_group,
    "residence_new": period,
    "residence_edit": corrected,
    "residence_remove": mistake,
    "family_new": relative,
    "family_edit": relative,
    "family_remove": nothing,
}


# What is sent to the interface; days as it writes them.
def api_person(world: World, who: str) -> Sent:
    """The same name."""
    return {"family_name": "Tesfay", "nationalities": ["ER"]}


def api_block(world: World, who: str) -> Sent:
    """None."""
    return {"blocked": False}


def api_languages(world: World, who: str) -> Sent:
    """One that she reads without help."""
    return {"language": "Tigrinya", "mediator_needed": "no"}


def api_period(world: World, who: str) -> Sent:
    """A time that is over."""
    return {"title": "visa", "starts_on": "2019-02-01", "effective_until": "2019-05-01"}


API_FORMS = {
    "person": api_person,
    "whereabouts": whereabouts,
    "information_block": api_block,
    "person_languages": api_languages,
    "target_group": target_group,
    "residence_period": api_period,
    "family_link": relative,
}

DOORS: list[Door] = [
    *(get(f"api:{name}", READ) for name in ("person", "residence", "family")),
    *(put(f"api:{name}", STEER, form=form) for name, form in API_FORMS.items()),
    post("api:residence", STEER, done=201, form=api_period),
    post("api:residence_removal", STEER, form=mistake),
    post("api:family", STEER, done=201, form=relative),
    post("api:family_removal", STEER, form=nothing),
    get("cases:person", READ),
    get("cases:residence", READ),
    *(get(f"cases:{name}", STEER) for name in FORMS),
    *(post(f"cases:{name}", STEER, done=303, form=form) for name, form in FORMS.items()),
]
