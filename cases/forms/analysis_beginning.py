"""What an analysis form begins with: the occasion of the case, what interviews brought, or what is stored."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from agencies.models import Membership
from cases.analysis_basis import open_basis
from cases.analysis_content import AnalysisContent
from cases.forms.way_choices import field_name
from cases.models import Case, Interview, InterviewAnswer, InterviewStatement
from cases.models.analysis import TextKind
from cases.models.interview import Question
from cases.models.vocabulary import LifeArea


def of_case(case: Case, *, for_: Membership) -> dict[str, Any]:
    """The occasion noted when the person was taken up, and all that is recorded of the way."""
    way = open_basis(case, to=for_)
    return {
        TextKind.OCCASION: case.occasion,
        "steps": list(way.steps),
        **{field_name(key, "chosen"): True for key in way.break_points},
    }


def of_interviews(interviews: Iterable[Interview], *, for_: Membership) -> dict[str, Any]:
    """The newest that was said to each question and in each life area; nothing is shared beforehand."""
    chosen = list(interviews)
    oldest_first = ("interview__held_on", "interview_id")
    statements = (
        InterviewStatement.objects.visible_to(for_).filter(interview__in=chosen).order_by(*oldest_first)
    )
    latest = {each.question: each for each in statements.select_related("asked")}
    by_guide = sorted(latest.values(), key=lambda each: (each.asked.position, each.question))
    said = {each.question: each.text for each in by_guide}
    found = InterviewAnswer.objects.visible_to(for_).filter(interview__in=chosen).order_by(*oldest_first)
    newest = {answer.life_area: answer for answer in found}
    answers = [newest[area] for area in LifeArea.values if area in newest]
    initial: dict[str, Any] = {
        "interviews": [interview.pk for interview in chosen],
        TextKind.OWN_WORDS: "\n\n".join(said.values()),
        TextKind.GOALS: _goals(answers) or said.get(Question.SUCCESS, ""),
    }
    for answer in answers:
        initial[f"{answer.life_area}-situation"] = answer.situation
        initial[f"{answer.life_area}-need"] = answer.wishes
        initial[f"{answer.life_area}-agencies"] = answer.agencies_involved
    return initial


def of_content(content: AnalysisContent, *, version: int) -> dict[str, Any]:
    """All that is stored in a version, to be changed."""
    proposal = content.proposal
    return {
        "version": version,
        "as_of": content.as_of,
        "title": content.title,
        "interviews": list(content.interviews),
        "steps": list(content.steps),
        **{
            field_name(key, name): value
            for key, said in content.break_points.items()
            for name, value in {"chosen": True, **asdict(said)}.items()
        },
        **content.texts,
        **{f"{area}-{name}": value for area, row in content.rows.items() for name, value in row.items()},
        **({f"proposal_{name}": value for name, value in asdict(proposal).items()} if proposal else {}),
    }


def _goals(answers: list[InterviewAnswer]) -> str:
    wishes = [
        f"{answer.get_life_area_display()}: {' '.join(answer.wishes.split())}"
        for answer in answers
        if answer.wishes
    ]
    return "\n".join(wishes)
