"""What people note in the demo's cases from day to day: heads, states of life areas, notes, follow-ups."""

import json
from datetime import datetime, time
from pathlib import Path
from typing import Any

from cases.actions.change_head import CaseHead, change_head
from cases.actions.finish_follow_up import finish_follow_up
from cases.actions.set_area_state import set_area_state
from cases.actions.set_follow_up import set_follow_up
from cases.actions.take_note import take_note
from cases.demo.acting_for import as_of, member
from cases.demo.person import known_day
from cases.models import Case
from core.today import BERLIN

STORIES: dict[str, dict[str, Any]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)
MORNING = time(10, 40)


def note_daily_work(case: Case, *, key: str) -> None:
    """Let happen in a new case what its story tells; a case without one stays as it is."""
    story = STORIES.get(key, {})
    if head := story.get("head"):
        _head(case, head)
    for area in story.get("areas", ()):
        _area(case, area)
    for note in story.get("notes", ()):
        _note(case, note)
    for follow_up in story.get("follow_ups", ()):
        _follow_up(case, follow_up)


def latest_day(key: str) -> int | None:
    """The day of the last of it, counted from today; reminders move no case."""
    story = STORIES.get(key, {})
    told = [story.get("head"), *story.get("areas", ()), *story.get("notes", ())]
    return max((each["on"] for each in told if each), default=None)


def _head(case: Case, data: dict[str, Any]) -> None:
    by = member(data["by"], data["agency"])
    with as_of(by, data["on"]):
        head = CaseHead(
            urgency=data["urgency"],
            urgency_reason=data["reason"],
            occasion=case.occasion,
            summary=data["summary"],
        )
        change_head(case, head=head, by=by)


def _area(case: Case, data: dict[str, Any]) -> None:
    by = member(data["by"], data["agency"])
    said = {name: data[name] for name in ("state", "need", "shared")}
    with as_of(by, data["on"]):
        set_area_state(case, life_area=data["area"], by=by, **said)


def _note(case: Case, data: dict[str, Any]) -> None:
    by = member(data["by"], data["agency"])
    at = datetime.combine(known_day(data["on"]), MORNING, tzinfo=BERLIN)
    with as_of(by, data["on"]):
        take_note(case, text=data["text"], spoke_with=data["with"], by=by, at=at)


def _follow_up(case: Case, data: dict[str, Any]) -> None:
    by = member(data["by"], data["agency"])
    with as_of(by, data["on"]):
        follow_up = set_follow_up(case, due_on=known_day(data["due"]), text=data["text"], by=by)
        if data.get("done"):
            finish_follow_up(follow_up, case=case, by=by)
