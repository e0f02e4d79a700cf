"""Recording an interview keeps what was said, area by area; what is shared is open to its readers at once."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.guide import wordings
from cases.models import Case, Interview, InterviewAnswer, InterviewStatement
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewRecord:
    """The interview by guide: the lead questions by their codes, and the life areas that were asked about."""

    held_on: date
    consent: str
    language: str = ""
    mediator: str = ""
    statements: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)


@transaction.atomic
def record_interview(
    case: Case, *, record: InterviewRecord, by: Membership, key: UUID | None = None
) -> Interview:
    """Store the interview; with a key, sent twice, the second is an IntegrityError.

    Raises Refusal when it lies in the future or holds no word at all.
    """
    case = locked(case, for_=by, codename="change_case")
    if record.held_on > today():
        raise Refusal(_("The interview cannot lie in the future."), field="held_on")
    if not any(record.statements.values()) and not record.answers:
        raise Refusal(_("Please record at least one answer."))
    interview = Interview.objects.create(
        id=key or uuid4(),
        case=case,
        agency=by.agency,
        author=by,
        held_on=record.held_on,
        language=record.language,
        mediator=record.mediator,
        consent=record.consent,
    )
    _write_parts(interview, record)
    case.touch()
    trail.record(trail.Verb.CREATED, interview)
    return interview


def _write_parts(interview: Interview, record: InterviewRecord) -> None:
    whose = {"interview": interview, "case_id": interview.case_id, "agency_id": interview.agency_id}
    said = {question: text for question, text in record.statements.items() if text}
    asked = wordings(said, on=record.held_on)
    InterviewStatement.objects.bulk_create(
        InterviewStatement(question=question, asked=asked[question], text=text, **whose)
        for question, text in said.items()
    )
    InterviewAnswer.objects.bulk_create(
        InterviewAnswer(life_area=area, **answer, **whose) for area, answer in record.answers.items()
    )
