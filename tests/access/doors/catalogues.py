"""Doors: catalogues and the second check. Whoever acts may read them; one role writes."""

from collections.abc import Mapping
from typing import Any

from core.today import today
from tests.access.door import SIGNED_IN, Door, get, post
from tests.access.world import World

EDITS = "role:edit_catalogues"
# Signed in, but acting for nobody.
ACTING = {"ended": 403}


def basis(world: World, who: str) -> Mapping[str, Any]:
    """Another statute."""
    named = {"citation": "§ 68 Abs. 1 SGB X", "title": "Übermittlung an die Polizei", "kind": "statute"}
    return {**named, "source": "https://www.gesetze-im-internet.de", "valid_from": today().isoformat()}


def check(world: World, who: str) -> Mapping[str, Any]:
    """Compared with the statute."""
    return {"against": "Bundesgesetzblatt", "confirmed": "on"}


def end(world: World, who: str) -> Mapping[str, Any]:
    """From today."""
    return {"valid_until": today().isoformat()}


def sent_basis(world: World, who: str) -> Mapping[str, Any]:
    """The same for a program."""
    fields = dict(basis(world, who))
    return {"source": fields.pop("source"), "valid_from": fields.pop("valid_from"), "content": fields}


def sent_check(world: World, who: str) -> Mapping[str, Any]:
    """The same for a program."""
    return {"against": "Bundesgesetzblatt"}


DOORS: list[Door] = [
    get("cases:catalogues", SIGNED_IN, differing=ACTING),
    get("cases:catalogue", SIGNED_IN, differing=ACTING),
    get("cases:catalogue_text", SIGNED_IN, differing=ACTING),
    get("cases:catalogue_text_new", EDITS),
    post("cases:catalogue_text_new", EDITS, done=303, form=basis),
    get("cases:catalogue_text_edit", EDITS),
    post("cases:catalogue_text_edit", EDITS, done=303, form=basis),
    get("cases:catalogue_text_check", EDITS),
    post("cases:catalogue_text_check", EDITS, done=303, form=check),
    get("cases:catalogue_text_end", EDITS),
    post("cases:catalogue_text_end", EDITS, done=303, form=end),
    get("api:languages", SIGNED_IN),
    get("api:guide", SIGNED_IN),
    get("api:catalogues", SIGNED_IN),
    get("api:catalogue", SIGNED_IN),
    post("api:catalogue", EDITS, done=201, form=sent_basis),
    get("api:catalogue_text", SIGNED_IN),
    post("api:catalogue_text_versions", EDITS, done=201, form=sent_basis),
    post("api:catalogue_text_check", EDITS, form=sent_check),
    post("api:catalogue_text_end", EDITS, form=end),
]
