"""What one reader sees of an interview: her own agency's whole, of another's the open answers alone."""

from collections.abc import Iterable
from functools import cached_property
from uuid import UUID

from django.db import models

from agencies.models import Membership
from cases.area_parts import AreaPart, areas_without, in_order
from cases.models import CaseAnalysis, Interview, InterviewAnswer, InterviewStatement


class InterviewReading:
    """An interview of a case, for its page."""

    def __init__(self, interview: Interview, *, reader: Membership) -> None:
        self.interview = interview
        self.reader = reader
        self.is_own = interview.agency_id == reader.agency_id

    @cached_property
    def statements(self) -> list[InterviewStatement]:
        """The answers to the lead questions, in the order of the guide; never another agency's."""
        found = InterviewStatement.objects.visible_to(self.reader).filter(interview=self.interview)
        return list(found.select_related("asked").order_by("asked__position", "question"))

    @cached_property
    def answers(self) -> list[AreaPart]:
        """What was said in the life areas."""
        found = InterviewAnswer.objects.visible_to(self.reader).filter(interview=self.interview)
        return in_order(found, case=self.interview.case, reader=self.reader)

    @property
    def not_asked(self) -> list[str]:
        """Life areas that the interview left out; of another agency's interview nobody can tell."""
        return areas_without(self.answers) if self.is_own else []

    @cached_property
    def analyses(self) -> list[CaseAnalysis]:
        """What her agency has made of it."""
        own = CaseAnalysis.objects.visible_to(self.reader).filter(agency_id=self.reader.agency_id)
        return list(own.filter(interviews__interview=self.interview))


def count_of_areas(interviews: Iterable[Interview], *, reader: Membership) -> dict[UUID, int]:
    """Of how many life areas the reader sees an answer, by interview."""
    answers = InterviewAnswer.objects.visible_to(reader).filter(interview__in=interviews)
    counts = answers.values("interview_id").annotate(areas=models.Count("pk"))
    return {row["interview_id"]: row["areas"] for row in counts}
