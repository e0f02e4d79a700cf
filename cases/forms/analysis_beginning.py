"""What an analysis form begins with: the occasion of the case, what an interview brought, or what is stored."""

from typing import Any

from agencies.models import Membership
from cases.models import (
    AnalysisRow,
    AnalysisText,
    Case,
    CaseAnalysis,
    Interview,
    InterviewAnswer,
    InterviewStatement,
)
from cases.models.analysis import TextKind
from cases.models.interview import Question
from cases.models.vocabulary import LifeArea

ROW = ("situation", "resources", "need", "agencies", "deadline", "deadline_note", "shared")


def of_case(case: Case) -> dict[str, Any]:
    """The occasion noted when the person was taken up."""
    return {TextKind.OCCASION: case.occasion}


def of_interview(interview: Interview, *, for_: Membership) -> dict[str, Any]:
    """The person's words, her goals, and the life areas that were asked about; nothing is shared beforehand."""
    statements = InterviewStatement.objects.visible_to(for_).filter(interview=interview)
    said = {each.question: each.text for each in statements.order_by("asked__position", "question")}
    answers = list(InterviewAnswer.objects.visible_to(for_).filter(interview=interview))
    answers.sort(key=lambda answer: LifeArea.values.index(answer.life_area))
    initial: dict[str, Any] = {
        "interview": interview.pk,
        TextKind.OWN_WORDS: "\n\n".join(said.values()),
        TextKind.GOALS: _goals(answers) or said.get(Question.SUCCESS, ""),
    }
    for answer in answers:
        initial[f"{answer.life_area}-situation"] = answer.situation
        initial[f"{answer.life_area}-need"] = answer.wishes
        initial[f"{answer.life_area}-agencies"] = answer.agencies_involved
    return initial


def of_analysis(analysis: CaseAnalysis, *, for_: Membership) -> dict[str, Any]:
    """All that is stored, to be changed."""
    texts = AnalysisText.objects.visible_to(for_).filter(analysis=analysis)
    rows = AnalysisRow.objects.visible_to(for_).filter(analysis=analysis)
    return {
        "version": analysis.changed_at.isoformat(),
        "as_of": analysis.as_of,
        "title": analysis.title,
        "interview": analysis.interview_id,
        **{text.kind: text.text for text in texts},
        **{f"{row.life_area}-{name}": getattr(row, name) for row in rows for name in ROW},
    }


def _goals(answers: list[InterviewAnswer]) -> str:
    wishes = [
        f"{answer.get_life_area_display()}: {' '.join(answer.wishes.split())}"
        for answer in answers
        if answer.wishes
    ]
    return "\n".join(wishes)
