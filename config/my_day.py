"""What needs the signed-in person today, put together from all apps."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import UUID

from agencies.models import Membership
from cases.case_list import CaseFilter, page_of_cases, visible_participations
from cases.models import AnalysisPdf, Case, Draft, Participation, ResidencePeriod
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
    """A residence title of a case of hers, and how many days are left."""

    case: Case
    period: ResidencePeriod
    days_left: int

    @classmethod
    def of(cls, case: Case, period: ResidencePeriod) -> "EndingTitle":
        """The title of a period that has an end."""
        end = period.effective_until or today()
        return cls(case, period, (end - today()).days)

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
        named = {case.pk for case in self.my_cases} | {title.case.pk for title in self.ending_titles}
        named |= {participation.case_id for participation in self.new_participations}
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
    def ending_titles(self) -> list[EndingTitle]:
        """Titles that end by law within three months, in cases she is responsible for; the first to end first."""
        mine = visible_participations(self.membership, CaseFilter(mine=True))
        until = today() + timedelta(days=ENDS_WITHIN_DAYS)
        periods = ResidencePeriod.objects.visible_to(self.membership).effective_on(today())
        periods = periods.filter(migrant__cases__in=mine.values("case_id"), effective_until__lte=until)
        found = {period.migrant_id: period for period in periods.order_by("effective_until")[:SHOWN]}
        cases = (
            Case.objects.visible_to(self.membership).filter(migrant_id__in=found).select_related("migrant")
        )
        titles = [EndingTitle.of(case, found[case.migrant_id]) for case in cases]
        return sorted(titles, key=lambda title: title.days_left)

    @cached_property
    def my_cases(self) -> list[Case]:
        """Cases she is responsible for, the latest activity first."""
        return list(page_of_cases(self.membership, CaseFilter(mine=True)).rows[:SHOWN])

    @cached_property
    def drafts(self) -> list[Draft]:
        """What she has begun to write."""
        return list(Draft.objects.visible_to(self.membership).select_related("case__migrant")[:SHOWN])

    @cached_property
    def pdfs(self) -> list[AnalysisPdf]:
        """Papers she asked for that are on their way or still lie ready."""
        found = AnalysisPdf.objects.visible_to(self.membership).filter(removed_at=None)
        return list(found.select_related("case").order_by("-requested_at")[:SHOWN])
