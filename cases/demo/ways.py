"""The demo's ways through the offices and their break points; a case that has its way already is left alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agencies.models import Agency, AgencyKind, Membership
from audit import trail
from cases.actions.write_break_point import BreakPointContent, write_break_point
from cases.actions.write_step import Station, StepContent, write_step
from cases.demo.person import known_day
from cases.models import Case, JourneyStep
from cases.models.journey import PERSON
from core.acting import acting

HERE = Path(__file__).parent
WORDS = "words:"
# How much of a day counted from today is known.
LETTERS = {"year": 4, "month": 7}


def seed_ways(member: Callable[[str, str], Membership]) -> None:
    """Steps and break points, each by the agency that writes it; `member` finds its people."""
    for way in json.loads((HERE / "ways.json").read_text(encoding="utf-8")):
        lead = member(way["writer"], way["lead"])
        names = {f"migrant__{name}": way[name] for name in ("given_names", "family_name")}
        with acting(lead.agency_id, person_id=lead.user_id):
            case = Case.objects.get(lead_agency=lead.agency, **names)
            if JourneyStep.objects.filter(case=case).exists():
                continue
        for step in way["steps"]:
            writer = member(step["writer"], step["agency"]) if "writer" in step else lead
            with (
                acting(writer.agency_id, person_id=writer.user_id),
                trail.acted_by(writer.as_actor(channel="command")),
            ):
                tell_step(case, step, by=writer)
        with acting(lead.agency_id, person_id=lead.user_id):
            # Telling the story is no activity of today.
            case.save(update_fields=["last_activity"])


def tell_step(case: Case, data: dict[str, Any], *, by: Membership) -> None:
    """Write a step and the break points found at it."""
    content = StepContent(
        on=_partial(data["on"]),
        from_=_station(data["from"]),
        to=_station(data["to"]),
        what=data["what"],
        days=data.get("days"),
        cost=data.get("cost", ""),
        life_area=data["area"],
        shared=data["shared"],
    )
    step = write_step(case, content=content, by=by)
    for found in data.get("breaks", ()):
        break_point = BreakPointContent(
            from_kind=AgencyKind(found["from"]),
            to_kind=AgencyKind(found["to"]),
            category=found["category"],
            what_happened=found["what"],
            effect=found["effect"],
            days_lost=found.get("days"),
            would_have_helped=found["helped"],
            caught_by=found.get("caught", ""),
            found_on=known_day(found["found"]),
            step=step,
            life_area=data["area"],
            shared=data["shared"],
        )
        write_break_point(case, content=break_point, by=by)


def _partial(on: int | dict[str, int]) -> str:
    if isinstance(on, int):
        return known_day(on).isoformat()
    ((known, offset),) = on.items()
    return known_day(offset).isoformat()[: LETTERS[known]]


def _station(text: str) -> Station:
    if text == PERSON:
        return Station()
    if text.startswith(WORDS):
        return Station.in_words(text.removeprefix(WORDS))
    return Station.of_agency(Agency.objects.get(short_name=text))
