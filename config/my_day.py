"""What needs the signed-in person today, put together from all apps."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models

from agencies.models import Membership
from cases.case_list import CaseFilter, visible_participations
from cases.models import AnalysisPdf, AnalysisRow, Case, Draft, FollowUp, Participation, ResidencePeriod
from cases.models.vocabulary import Access
from config.notice_list import ShownNotice, case_ids, latest_unread
from core.today import today

SHOWN = 8
NOTICES_SHOWN = 4
NEW_FOR_DAYS = 14
ENDS_WITHIN_DAYS = 90
SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class EndingTitle:
    """A residence title in a case of hers."""

    case_id: UUID
    case_number: str
    period: ResidencePeriod

    @property
    def days_left(self) -> int:
        """How many days it still has by law."""
        return ((self.period.effective_until or today()) - today()).days

    @property
    def is_soon(self) -> bool:
        """Within a month."""
        return self.days_left <= SOON_DAYS


class MyDay:
    """Each list ends in a next step one click away."""

    def __init__(self, membership: Membership) -> None:
        self.membership = membership

    @property
    def case_ids(self) -> set[UUID]:
        """Every case that the page names."""
        named = {case.pk for case in self.my_cases} | {title.case_id for title in self.ending_titles}
        named |= {participation.case_id for participation in self.new_participations}
        named |= {follow_up.case_id for follow_up in self.follow_ups} | {
            row.case_id for row in self.deadlines
        }
        named |= {draft.case_id for draft in self.drafts if draft.case_id}
        return named | {pdf.case_id for pdf in self.pdfs} | case_ids(self.notices)

    @cached_property
    def notices(self) -> list[ShownNotice]:
        """The latest that she has not opened."""
        return latest_unread(self.membership, at_most=NOTICES_SHOWN)

    @cached_property
    def new_participations(self) -> list[Participation]:
        """Cases into which her agency was brought lately and for which nobody is named yet."""
        since = today() - timedelta(days=NEW_FOR_DAYS)
        found = visible_participations(self.membership).filter(responsible=None, starts_on__gte=since)
        found = found.exclude(access=Access.LEAD).select_related("case__migrant", "case__lead_agency")
        return list(found.order_by("-starts_on", "-last_activity")[:SHOWN])

    @cached_property
    def follow_ups(self) -> list[FollowUp]:
        """Her reminders whose day has come; the longest due first."""
        due = FollowUp.objects.visible_to(self.membership).due().select_related("case__migrant")
        return list(due.order_by("due_on", "pk")[:SHOWN])

    @cached_property
    def ending_titles(self) -> list[EndingTitle]:
        """Titles that end by law within three months, in cases she is responsible for; the first to end first."""
        until = today() + timedelta(days=ENDS_WITHIN_DAYS)
        periods = ResidencePeriod.objects.visible_to(self.membership).effective_on(today())
        periods = periods.filter(migrant__cases__in=self._mine.values("case_id"), effective_until__lte=until)
        cases = {"case_id": models.F("migrant__cases__pk"), "case_number": models.F("migrant__cases__number")}
        found: models.QuerySet[Any] = periods.annotate(**cases).select_related("migrant")
        found = found.order_by("effective_until", "pk")
        return [EndingTitle(each.case_id, each.case_number, each) for each in found[:SHOWN]]

    @cached_property
    def deadlines(self) -> list[AnalysisRow]:
        """Deadlines of case analyses that come within a month, in cases she is responsible for."""
        days = (today(), today() + timedelta(days=SOON_DAYS))
        rows = AnalysisRow.objects.visible_to(self.membership).filter(deadline__range=days)
        rows = rows.filter(case__in=self._mine.values("case_id")).select_related("case__migrant")
        return list(rows.order_by("deadline", "pk")[:SHOWN])

    @cached_property
    def my_cases(self) -> list[Case]:
        """Cases she is responsible for, the latest activity first."""
        mine = self._mine.select_related("case__migrant", "case__lead_agency")
        return [each.case for each in mine.order_by("-last_activity", "-case_id")[:SHOWN]]

    @cached_property
    def drafts(self) -> list[Draft]:
        """What she has begun to write."""
        return list(Draft.objects.visible_to(self.membership).select_related("case__migrant")[:SHOWN])

    @cached_property
    def pdfs(self) -> list[AnalysisPdf]:
        """Papers she asked for that are on their way or still lie ready."""
        found = AnalysisPdf.objects.visible_to(self.membership).filter(removed_at=None)
        return list(found.select_related("case").order_by("-requested_at")[:SHOWN])

    @property
    def _mine(self) -> models.QuerySet[Participation]:
        return visible_participations(self.membership, CaseFilter(mine=True))
