"""The guide as an interview needs it: which questions are asked, in which wording, with which prompts."""

from collections.abc import Collection, Iterable
from datetime import date

from cases.models import AreaPrompts, LeadQuestion
from core.today import today


def questions_asked(*, besides: Collection[str] = ()) -> list[LeadQuestion]:
    """The lead questions of today in their order, and those of `besides` that were asked until they were retired."""
    found = {question.code: question for question in LeadQuestion.objects.in_force(today())}
    retired = LeadQuestion.objects.newest().filter(code__in=set(besides) - found.keys()) if besides else ()
    return sorted([*found.values(), *retired], key=lambda question: (question.position, question.code))


def wordings(codes: Iterable[str], *, on: date) -> dict[str, LeadQuestion]:
    """How each of these questions was worded on the day of an interview.

    A question that did not stand in the guide then was asked as it was written last; what was never a question is
    left out.
    """
    versions = LeadQuestion.objects.filter(code__in=list(codes))
    last = {question.code: question for question in versions.newest()}
    return last | {question.code: question for question in versions.in_force(on)}


def prompts_by_area() -> dict[str, AreaPrompts]:
    """What one may think of today, by life area."""
    return {prompts.code: prompts for prompts in AreaPrompts.objects.in_force(today())}
