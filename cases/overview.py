"""The whole situation of a case at a glance, as the reader may see it; a constant number of queries."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agencies.models import Membership
from cases.board import BoardArea, board
from cases.models import (
    AnalysisRow,
    Case,
    CaseAnalysis,
    Draft,
    Interview,
    Participation,
    PhaseChange,
    ResidencePeriod,
    Whereabouts,
)
from cases.models.residence import ResidencePeriodQuerySet
from cases.models.vocabulary import Phase
from cases.phase_checklist import PhaseCheck, check_lists, facts_of
from core.network_picture import Kind, NetworkPicture, Node, network_picture
from core.today import today


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One line of the time line or of the next dates."""

    on: date
    text: str
    url_name: str = ""
    object_id: str = ""


class CaseOverview:
    """What the case page shows; everything through what the reader may see."""

    def __init__(self, case: Case, *, reader: Membership) -> None:
        self.case = case
        self.reader = reader

    @cached_property
    def participations(self) -> list[Participation]:
        """The agencies that take part today, the leading one first."""
        return Participation.objects.of_case(self.case)

    @cached_property
    def mine(self) -> Participation | None:
        """The reader's own participation."""
        return next((p for p in self.participations if p.agency_id == self.reader.agency_id), None)

    @cached_property
    def lead(self) -> Participation | None:
        """The leading agency's participation."""
        return next((p for p in self.participations if p.is_lead), None)

    @cached_property
    def interviews(self) -> list[Interview]:
        """Interviews of which she may read something, the latest first."""
        found = Interview.objects.visible_to(self.reader).filter(case=self.case)
        return list(found.select_related("agency").order_by("-held_on", "-pk"))

    @cached_property
    def analyses(self) -> list[CaseAnalysis]:
        """Analyses of which she may read something, the latest first."""
        found = CaseAnalysis.objects.visible_to(self.reader).filter(case=self.case)
        return list(found.select_related("agency").order_by("-as_of", "-pk"))

    @cached_property
    def drafts(self) -> list[Draft]:
        """What she has begun to write in this case."""
        return list(Draft.objects.visible_to(self.reader).filter(case=self.case))

    @cached_property
    def residence(self) -> ResidencePeriod | None:
        """The title that is effective today, where the life area residence is open to her."""
        return self._residence_periods.effective_on(today()).first()

    @cached_property
    def whereabouts(self) -> Whereabouts | None:
        """Address and contact, unless a block hides them from her."""
        return Whereabouts.objects.visible_to(self.reader).filter(migrant=self.case.migrant).first()

    @property
    def place(self) -> str:
        """Where the person lives, in a word; empty when nobody knows it or she may not."""
        return self.whereabouts.place if self.whereabouts else ""

    @cached_property
    def areas(self) -> list[BoardArea]:
        """The board of the twelve life areas."""
        leads = self.mine is not None and self.mine.is_lead
        return board(
            self.case, reader=self.reader, covers=self.covered_areas, leads=leads, residence=self.residence
        )

    @cached_property
    def covered_areas(self) -> frozenset[str]:
        """Life areas that the reader's participation covers."""
        return frozenset(area.life_area for area in self.mine.areas.all()) if self.mine else frozenset()

    @cached_property
    def next_dates(self) -> list[DatedLine]:
        """Days to come: the end of the title by law, and the deadlines of the analyses."""
        lines = []
        if self.residence and self.residence.effective_until:
            lines.append(DatedLine(self.residence.effective_until, str(self.residence)))
        rows = AnalysisRow.objects.visible_to(self.reader).filter(case=self.case, deadline__gte=today())
        lines += [
            DatedLine(row.deadline, row.need or row.situation)
            for row in rows.order_by("deadline")[:5]
            if row.deadline is not None
        ]
        return sorted(lines, key=lambda line: line.on)

    @property
    def phases(self) -> list[dict[str, str]]:
        """The steps of the bridge: each phase, with the day it was last entered."""
        entered = {change.phase: date_format(change.on) for change in self.phase_changes}
        present = Phase.values.index(self.case.phase)
        return [
            {
                "label": str(phase.label),
                "note": entered.get(phase, "") if position <= present else "",
                "state": "done" if position < present else "now" if position == present else "todo",
            }
            for position, phase in enumerate(Phase)
        ]

    @property
    def check_lists(self) -> list[PhaseCheck]:
        """What the present phase needs before the next one, and what the phases after it will need."""
        facts = facts_of(self.case, reader=self.reader, participations=self.participations)
        return check_lists(self.case, facts)

    @cached_property
    def phase_changes(self) -> list[PhaseChange]:
        """The records of the phases, the oldest first."""
        return list(self.case.phase_changes.all())

    @cached_property
    def lately(self) -> list[DatedLine]:
        """What happened in the case, as far as she may see it; the latest first."""
        lines = [
            *(DatedLine(each.on, _("Phase: %s") % each.get_phase_display()) for each in self.phase_changes),
            *(
                DatedLine(each.starts_on, _("%s takes part") % each.agency.short_name)
                for each in self.participations
            ),
            *(
                DatedLine(
                    each.held_on, _("Interview, %s") % each.agency.short_name, "cases:interview", str(each.pk)
                )
                for each in self.interviews
            ),
            *(
                DatedLine(
                    each.as_of,
                    _("Case analysis, %s") % each.agency.short_name,
                    "cases:analysis",
                    str(each.pk),
                )
                for each in self.analyses
            ),
        ]
        return sorted(lines, key=lambda line: line.on, reverse=True)[:8]

    @property
    def picture(self) -> NetworkPicture:
        """The agencies around the person."""
        person = Node(self.case.migrant.name, self.case.number, "core")
        return network_picture(person, [self._node(each) for each in self.participations])

    def _node(self, participation: Participation) -> Node:
        kind: Kind = "me" if participation == self.mine else "lead" if participation.is_lead else "other"
        return Node(participation.agency.short_name, str(participation.get_access_display()), kind)

    @property
    def _residence_periods(self) -> ResidencePeriodQuerySet:
        return ResidencePeriod.objects.visible_to(self.reader).filter(migrant=self.case.migrant)
