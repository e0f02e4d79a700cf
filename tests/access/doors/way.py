"""Doors: the way through the offices, break points, time line."""

from collections.abc import Mapping
from typing import Any

from core.today import today
from tests.access.door import CHANGE, READ, SIGNED_IN, Door, get, post, put
from tests.access.world import World

Sent = Mapping[str, Any]

# What another agency shares can be read and not changed.
NOT_HERS = {"partner": 403}


def step(world: World, who: str) -> Sent:
    """To the jobcentre."""
    return {"from_station": "die Person", "to_station": "Jobcenter", "what": "Antrag", "life_area": "work"}


def break_point(world: World, who: str) -> Sent:
    """Between jobcentre and road traffic office."""
    return {
        "from_kind": "jobcentre",
        "to_kind": "road_traffic_office",
        "category": "language",
        "what_happened": "Auskunft nicht verstanden",
        "found_on": today().isoformat(),
        "life_area": "work",
    }


def api_step(world: World, who: str) -> Sent:
    """The same by the interface."""
    return {"to_station": {"kind": "jobcentre"}, "what": "Antrag", "life_area": "work"}


def nothing(world: World, who: str) -> Sent:
    """A button without a field."""
    return {"button": ""}


DOORS: list[Door] = [
    get("cases:journey", READ),
    get("cases:step_new", CHANGE),
    post("cases:step_new", CHANGE, done=303, form=step),
    get("cases:step_edit", CHANGE, differing=NOT_HERS),
    post("cases:step_edit", CHANGE, done=303, form=step, differing=NOT_HERS),
    post("cases:step_delete", CHANGE, done=303, form=nothing, differing=NOT_HERS),
    get("cases:break_point_new", CHANGE),
    post("cases:break_point_new", CHANGE, done=303, form=break_point),
    get("cases:break_point_edit", CHANGE, differing=NOT_HERS),
    post("cases:break_point_edit", CHANGE, done=303, form=break_point, differing=NOT_HERS),
    post("cases:break_point_delete", CHANGE, done=303, form=nothing, differing=NOT_HERS),
    get("cases:timeline", READ),
    get("api:interfaces", SIGNED_IN),
    get("api:steps", READ),
    post("api:steps", CHANGE, done=201, form=api_step),
    put("api:step", CHANGE, form=api_step, differing=NOT_HERS),
    Door(name="api:step", method="DELETE", kind=CHANGE, done=204, form=nothing, differing=NOT_HERS),
    get("api:break_points", READ),
    post("api:break_points", CHANGE, done=201, form=break_point),
    put("api:break_point", CHANGE, form=break_point, differing=NOT_HERS),
    Door(name="api:break_point", method="DELETE", kind=CHANGE, done=204, form=nothing, differing=NOT_HERS),
    get("api:timeline", READ),
]
