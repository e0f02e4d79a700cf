"""Recording an interview: what was said, shared area by area or kept."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.models import Case, Interview, InterviewAnswer, InterviewStatement
from core.refusal import Refusal
from core.today import today
from tests.factories import working_as
from tests.trail import CANARY, no_entry, one_entry

RECORD = InterviewRecord(
    held_on=today(),
    consent="written",
    language="Tigrinya",
    mediator="Frau Haile",
    statements={"success": "Arbeit", "problems": ""},
    answers={
        "work": {"situation": "sucht", "wishes": "Ausbildung", "rating": 2, "shared": True},
        "health": {"situation": "Rücken"},
    },
)


def record(case: Case, *, by: Membership, **changed: Any) -> Interview:
    with working_as(by):
        return record_interview(case, record=replace(RECORD, **changed), by=by)


def test_what_was_said_is_kept(shared_case: Case, partner: Membership) -> None:
    interview = record(shared_case, by=partner)
    assert (interview.agency, interview.author, interview.case) == (partner.agency, partner, shared_case)
    assert (interview.language, interview.mediator, interview.consent) == (
        "Tigrinya",
        "Frau Haile",
        "written",
    )
    with working_as(partner):
        answers = {a.life_area: (a.situation, a.wishes, a.rating) for a in interview.answers.all()}
    assert answers == {"work": ("sucht", "Ausbildung", 2), "health": ("Rücken", "", None)}


def test_a_lead_question_without_an_answer_leaves_no_row(shared_case: Case, partner: Membership) -> None:
    interview = record(shared_case, by=partner)
    with working_as(partner):
        assert [s.question for s in InterviewStatement.objects.filter(interview=interview)] == ["success"]


def test_what_is_not_shared_stays_with_the_agency(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    record(shared_case, by=partner)
    with working_as(lead):
        (answer,) = InterviewAnswer.objects.visible_to(lead)
        assert (answer.life_area, answer.agency) == ("work", partner.agency)
        assert not InterviewStatement.objects.visible_to(lead).exists()
        assert Interview.objects.visible_to(lead).count() == 1


def test_of_an_interview_without_an_open_answer_not_even_the_head_is_seen(
    shared_case: Case, lead: Membership, reader: Membership
) -> None:
    record(shared_case, by=lead)
    with working_as(reader):
        assert not Interview.objects.visible_to(reader).exists()


def test_it_is_one_entry_without_content(shared_case: Case, partner: Membership) -> None:
    words = {"situation": CANARY, "wishes": CANARY, "agencies_involved": CANARY, "shared": True}
    with one_entry(partner, Verb.CREATED, case=shared_case, about="Interview", reason=""):
        record(
            shared_case,
            by=partner,
            language=CANARY,
            mediator=CANARY,
            statements={"success": CANARY, "cooperation": CANARY, "problems": CANARY},
            answers={"work": words},
        )


def test_not_in_the_future(case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        record(case, by=lead, held_on=today() + timedelta(days=1))
    assert refusal.value.field == "held_on"


@pytest.mark.parametrize("statements", [{}, {"success": "", "problems": ""}])
def test_not_without_a_word(statements: dict[str, str], case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal):
        record(case, by=lead, statements=statements, answers={})
    with working_as(lead):
        assert not Interview.objects.exists()


@pytest.mark.parametrize("rating", [0, 6])
def test_a_rating_is_one_to_five(rating: int, case: Case, lead: Membership) -> None:
    with pytest.raises(IntegrityError, match="interview_rating_is_1_to_5"), transaction.atomic():
        record(case, by=lead, answers={"work": {"rating": rating}})
