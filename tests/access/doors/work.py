"""Doors: the daily work on a case."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from cases.actions.name_contact import name_contact
from core.today import today
from tests.access.door import CHANGE, READ, SIGNED_IN, STEER, Door, get, post, put
from tests.access.world import World
from tests.factories import working_as

Sent = Mapping[str, Any]

# A reminder or a kept view is for whoever set it, and a note is corrected by whoever wrote it.
HERS = dict.fromkeys(("team_lead", "partner", "reader"), 404)
NOT_HER_NOTE = {"team_lead": 403, "partner": 404}
NOT_HER_FILTER = dict.fromkeys(
    ("team_lead", "partner", "reader", "uninvolved", "acting_for_the_wrong_one"), 404
)


def keys_off(world: World, who: str) -> Sent:
    """No single keys."""
    return {"shortcuts": "off"}


def head(world: World, who: str) -> Sent:
    """Urgent, and why."""
    return {"urgency": "soon", "urgency_reason": "Kündigung der Wohnung", "occasion": "", "summary": ""}


def area_state(world: World, who: str) -> Sent:
    """A need."""
    return {"state": "need", "need": "Kurs finden"}


def note(world: World, who: str) -> Sent:
    """One sentence."""
    return {"text": "Rückruf morgen", "spoke_with": "Frau Sander"}


def quick_note(world: World, who: str) -> Sent:
    """In the shared case."""
    return {"case": str(world.shared.case.pk), **note(world, who)}


def follow_up(world: World, who: str) -> Sent:
    """In a week."""
    return {"due_on": (today() + timedelta(days=7)).isoformat(), "what_for": "Antwort da?"}


def nothing(world: World, who: str) -> Sent:
    """A button without a field."""
    return {"button": ""}


def assignment(world: World, who: str) -> Sent:
    """A case that nobody has yet, to the caseworker."""
    lead, case = world.member("lead"), world.elsewhere.case
    with working_as(lead):
        name_contact(case, responsible=None, telephone="", file_number="", by=lead)
    return {"cases": str(case.pk), "to": str(lead.pk)}


def filter_name(world: World, who: str) -> Sent:
    """A name; what is chosen stands in the address."""
    return {"name": "Meine Ansicht"}


def api_assignment(world: World, who: str) -> Sent:
    """The shared case to the caseworker."""
    return {"case_ids": [str(world.shared.case.pk)], "to": str(world.member("lead").pk)}


def to_herself(world: World, who: str) -> Sent:
    """She takes the case over."""
    membership = world.cast[who] or world.member("lead")
    return {"to": str(membership.pk)}


def api_follow_up(world: World, who: str) -> Sent:
    """In a week."""
    return {"due_on": (today() + timedelta(days=7)).isoformat(), "text": "Antwort da?"}


def api_done(world: World, who: str) -> Sent:
    """Done."""
    return {"done": True}


DOORS: list[Door] = [
    # Whoever is responsible for none of the cases has none to choose from.
    post("my_day", "role:view_case", done=422, form=quick_note, differing={"lead": 303}),
    get("keyboard", SIGNED_IN),
    post("keyboard", SIGNED_IN, done=302, form=keys_off, shows=""),
    get("cases:head", STEER),
    post("cases:head", STEER, done=303, form=head),
    get("cases:area_state", CHANGE),
    post("cases:area_state", CHANGE, done=303, form=area_state),
    get("cases:notes", READ),
    get("cases:note_new", CHANGE),
    post("cases:note_new", CHANGE, done=303, form=note),
    get("cases:note", CHANGE, differing=NOT_HER_NOTE),
    post("cases:note", CHANGE, done=303, form=note, differing=NOT_HER_NOTE),
    get("cases:follow_ups", "role:view_case"),
    get("cases:follow_up_new", READ),
    post("cases:follow_up_new", READ, done=303, form=follow_up),
    get("cases:follow_up", READ, differing=HERS),
    post("cases:follow_up", READ, done=303, form=follow_up, differing=HERS),
    post("cases:follow_up_done", READ, done=303, form=nothing, differing=HERS),
    post("cases:take_over", READ, done=303, form=nothing),
    get("cases:assignment", "role:assign_case"),
    post("cases:assignment", "role:assign_case", done=303, form=assignment),
    get("cases:filter_new", "role:view_case"),
    post("cases:filter_new", "role:view_case", done=303, form=filter_name, query="?phase=planning"),
    post("cases:filter_delete", "role:view_case", done=303, form=nothing, differing=NOT_HER_FILTER),
    get("api:colleagues", "role:view_case"),
    post("api:assignments", "role:assign_case", form=api_assignment),
    get("api:follow_ups", "role:view_case"),
    put("api:head", STEER, form=head),
    get("api:area_states", READ),
    put("api:area_state", CHANGE, form=area_state),
    get("api:notes", READ),
    post("api:notes", CHANGE, done=201, form=note),
    put("api:note", CHANGE, form=note, differing=NOT_HER_NOTE),
    get("api:phase_needs", READ),
    post("api:assignment", READ, form=to_herself),
    post("api:follow_up_new", READ, done=201, form=api_follow_up),
    put("api:follow_up", READ, form=api_follow_up, differing=HERS),
    post("api:follow_up_done", READ, form=api_done, differing=HERS),
]
