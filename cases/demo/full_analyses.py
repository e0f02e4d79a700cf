"""Six of the demo's analyses in full, one for each target group; one that is full already is left alone."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import Any
from uuid import UUID

from agencies.models import Membership
from audit import trail
from cases.actions.ask_second_look import ask_second_look
from cases.actions.give_second_look import give_second_look
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.actions.waive_second_look import waive_second_look
from cases.actions.write_analysis import write_analysis
from cases.analysis_basis import open_basis, present_content
from cases.analysis_content import AboutBreakPoint, AnalysisContent, ProposalContent
from cases.demo.acting_for import at_work
from cases.demo.person import known_day
from cases.demo.ways import tell_step
from cases.models import BreakPoint, Case, CaseAnalysis
from core.acting import acting

HERE = Path(__file__).parent

Said = dict[str, Any]

# When on the days of the analysis they came to it.
MORNING, NOON, EVENING = time(9, 15), time(11, 50), time(16, 20)


def seed_full_analyses(
    member: Callable[[str, str], Membership], record: Callable[[Said], InterviewRecord]
) -> None:
    """Tell what is missing for a full analysis; `member` finds people, `record` reads an interview."""
    for said in json.loads((HERE / "full_analyses.json").read_text(encoding="utf-8")):
        writer = member(said["writer"], said["lead"])
        names = {f"migrant__{name}": said[name] for name in ("given_names", "family_name")}
        begun = said["as_of"]
        with _working(writer, begun, NOON):
            case = Case.objects.get(lead_agency=writer.agency, **names)
            analysis = CaseAnalysis.objects.filter(case=case, agency=writer.agency).first()
            if analysis is None or analysis.steps.exists():
                continue
            for step in said["more_steps"]:
                tell_step(case, step, by=writer)
            held = [record_interview(case, record=record(each), by=writer) for each in said["interviews"]]
            content = _full(analysis, said, case=case, by=writer, held=tuple(each.pk for each in held))
            analysis = write_analysis(case, content=content, by=writer, analysis=analysis)
        _look(said, analysis, case=case, by=writer, member=member)
        with _working(writer, begun + 3, EVENING):
            _revise(said, analysis, case=case, by=writer)
            # Telling the story is no activity of today.
            case.save(update_fields=["last_activity"])


@contextmanager
def _working(by: Membership, on: int, at: time) -> Iterator[None]:
    """In her name and at that time; what she sees is what she sees today."""
    who = trail.acted_by(by.as_actor(channel="command"))
    with acting(by.agency_id, person_id=by.user_id), who, at_work(on, at):
        yield


def _full(
    analysis: CaseAnalysis, said: Said, *, case: Case, by: Membership, held: tuple[UUID, ...]
) -> AnalysisContent:
    """What is stored, with the sections that were missing."""
    content = present_content(analysis)
    way = open_basis(case, to=by)
    return replace(
        content,
        as_of=known_day(said["as_of"]),
        interviews=(*content.interviews, *held),
        steps=tuple(way.steps),
        break_points=_about(said["break_points"], case=case, by=by),
        texts={**content.texts, **said["texts"]},
        proposal=ProposalContent(**said["proposal"]),
    )


def _revise(said: Said, analysis: CaseAnalysis, *, case: Case, by: Membership) -> None:
    if revision := said.get("revision"):
        content = present_content(analysis)
        content = replace(
            content,
            texts={**content.texts, **revision["texts"]},
            break_points={
                **content.break_points,
                **_about(revision["break_points"], case=case, by=by),
            },
        )
        write_analysis(case, content=content, by=by, analysis=analysis)


def _about(judgements: list[Said], *, case: Case, by: Membership) -> dict[UUID, AboutBreakPoint]:
    """The judgements by the break points that they are about, which are known by their first words."""
    found = {each.what_happened: each.pk for each in BreakPoint.objects.visible_to(by).filter(case=case)}
    about = {}
    for judgement in judgements:
        begins = judgement["begins"]
        (key,) = [pk for text, pk in found.items() if text.startswith(begins)]
        about[key] = AboutBreakPoint(
            **{name: judgement[name] for name in ("classification", "workgroup", "note")}
        )
    return about


def _look(
    said: Said,
    analysis: CaseAnalysis,
    *,
    case: Case,
    by: Membership,
    member: Callable[[str, str], Membership],
) -> None:
    look, begun = said.get("second_look", {}), said["as_of"]
    if "waived" in look:
        with _working(by, begun + 1, MORNING):
            waive_second_look(analysis, case=case, reason=look["waived"], by=by)
    if "colleague" not in look:
        return
    colleague = member(look["colleague"], said["lead"])
    with _working(by, begun + 1, MORNING):
        asked = ask_second_look(analysis, case=case, colleague=colleague, by=by)
    if "verdict" in look:
        answer = {name: look[name] for name in ("verdict", "remarks")}
        with _working(colleague, begun + 2, MORNING):
            give_second_look(asked, case=case, version=analysis.version, by=colleague, **answer)
