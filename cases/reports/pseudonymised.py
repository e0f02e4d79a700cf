"""The pseudonymised paper, put together from what its reader may see; every text goes through the cleaner."""

from dataclasses import replace
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agencies.models import Membership
from cases.analysis_reading import AnalysisReading
from cases.models import (
    AnalysisBreakPoint,
    AnalysisRow,
    BreakPoint,
    CaseAnalysis,
    JourneyStep,
    Participation,
    ResidencePeriod,
    Whereabouts,
)
from cases.models.analysis import TextKind
from cases.models.journey import OTHER
from cases.models.vocabulary import LifeArea
from cases.pseudonym.cleaning import Cleaner
from cases.pseudonym.places import region_told
from cases.reports.age_band import age_band
from cases.reports.case_analysis_document import AnalysisLine, NamedBreakPoint, ProposalLine
from cases.reports.known_facts import facts_of
from cases.reports.pseudonymised_document import KindInCase, PseudonymisedDocument, ResidenceInMonths
from cases.reports.way import BreakPointLine, JourneyLine, break_point_line, journey_line
from core.partial_date import for_people


class PseudonymisedPaper:
    """One analysis for one reader: the document, the ids of what it holds, and what was found in its texts."""

    def __init__(
        self,
        analysis: CaseAnalysis,
        *,
        reader: Membership,
        code: str,
        participations: list[Participation] | None = None,
    ) -> None:
        self.case = analysis.case
        self.reader = reader
        self.reading = AnalysisReading(analysis, reader=reader)
        self.participations = participations or Participation.objects.of_case(self.case)
        whereabouts = list(Whereabouts.objects.visible_to(reader).filter(migrant=self.case.migrant))
        self.cleaner = Cleaner(
            facts_of(
                self.case,
                reader=reader,
                participations=self.participations,
                known=whereabouts[0] if whereabouts else None,
            )
        )
        # The region is told of them, and under a block no longer; so a block takes earlier papers back.
        self.told = [] if self.cleaner.facts.blocked else whereabouts
        self.rows = list(AnalysisRow.objects.visible_to(reader).filter(analysis=analysis))
        self.periods = list(ResidencePeriod.objects.visible_to(reader).filter(migrant=self.case.migrant))
        self.document = self._document(analysis, code=code)

    @property
    def parts(self) -> frozenset[UUID]:
        """When its requester may no longer see one of them, the paper is not given out any more."""
        reading = self.reading
        points = [point for point, _said in reading.break_points]
        proposal = [reading.proposal] if reading.proposal else []
        held = [
            *self.rows,
            *self.told,
            *self.periods,
            *self.participations,
            *reading.texts.values(),
            *reading.steps,
            *points,
        ]
        return frozenset(part.pk for part in [*held, *proposal])

    def _document(self, analysis: CaseAnalysis, *, code: str) -> PseudonymisedDocument:
        migrant = self.case.migrant
        return PseudonymisedDocument(
            code=code,
            as_of=analysis.as_of,
            target_group=str(self.case.get_target_group_display()),
            age_band=age_band(migrant.age),
            region=region_told(self.cleaner.facts),
            languages=migrant.language,
            writer=str(analysis.agency.get_kind_display()),
            **{str(kind): self._text(kind) for kind in TextKind},
            rows=tuple(self._row(row) for row in sorted(self.rows, key=_place_in_order)),
            steps=tuple(self._step(step) for step in self.reading.steps),
            break_points=tuple(self._break_point(*each) for each in self.reading.break_points),
            proposal=self._proposal(),
            residence=tuple(self._period(period) for period in self.periods),
            participations=tuple(_kind(each) for each in self.participations),
        )

    def _clean(self, text: str, section: object, anchor: str = "") -> str:
        return self.cleaner.clean(text, section=str(section), anchor=anchor)

    def _text(self, kind: TextKind) -> str:
        text = self.reading.texts.get(kind)
        return self._clean(text.text, kind.label, f"id_{kind}") if text else ""

    def _row(self, row: AnalysisRow) -> AnalysisLine:
        area, anchor = row.get_life_area_display(), f"area-{row.life_area}"
        note = self._clean(row.deadline_note, area, anchor)
        month = date_format(row.deadline, "F Y") if row.deadline else ""
        return AnalysisLine(
            life_area=str(area),
            situation=self._clean(row.situation, area, anchor),
            resources=self._clean(row.resources, area, anchor),
            need=self._clean(row.need, area, anchor),
            agencies=self._clean(row.agencies, area, anchor),
            deadline=", ".join(filter(None, [month, note])),
        )

    def _step(self, step: JourneyStep) -> JourneyLine:
        section = _("Way through the offices")
        return replace(
            journey_line(step),
            when=for_people(step.on[: len("2026-11")]),
            what=self._clean(step.what, section),
            from_name=self._station(step, "from"),
            to_name=self._station(step, "to"),
            cost=self._clean(step.cost, section),
            agency=str(step.agency.get_kind_display()),
        )

    def _station(self, step: JourneyStep, end: str) -> str:
        if getattr(step, f"{end}_kind") == OTHER:
            return self._clean(getattr(step, f"{end}_words"), _("Way through the offices"))
        return str(getattr(step, f"get_{end}_kind_display")())

    def _break_point(self, point: BreakPoint, said: AnalysisBreakPoint) -> NamedBreakPoint:
        section = _("Break points")
        line: BreakPointLine = replace(
            break_point_line(point),
            what_happened=self._clean(point.what_happened, section),
            effect=self._clean(point.effect, section),
            would_have_helped=self._clean(point.would_have_helped, section),
            caught_by=self._clean(point.caught_by, section),
            agency="",
        )
        return NamedBreakPoint(
            line=line,
            classification=str(said.get_classification_display()),
            workgroup=str(said.get_workgroup_display()),
            note=self._clean(said.note, section),
        )

    def _proposal(self) -> ProposalLine | None:
        found, section = self.reading.proposal, _("Proposal for the case conference")
        if found is None:
            return None
        return ProposalLine(
            question=self._clean(found.question, section, "id_proposal_question"),
            aim=self._clean(found.aim, section, "id_proposal_aim"),
            agencies=self._clean(found.agencies, section, "id_proposal_agencies"),
            minutes=found.minutes,
            naming=str(found.get_naming_display()),
        )

    def _period(self, period: ResidencePeriod) -> ResidenceInMonths:
        until = period.effective_until
        return ResidenceInMonths(
            title=str(period.get_title_display()),
            basis=self._clean(period.basis, LifeArea.RESIDENCE.label),
            effective_until=date_format(until, "F Y") if until else "",
            reason=self._clean(period.effective_reason, LifeArea.RESIDENCE.label),
        )


def _place_in_order(row: AnalysisRow) -> int:
    return LifeArea.values.index(row.life_area)


def _kind(participation: Participation) -> KindInCase:
    areas = participation.areas_in_order
    named = ", ".join(str(area.get_life_area_display()) for area in areas)
    return KindInCase(
        kind=str(participation.agency.get_kind_display()),
        role=str(participation.get_access_display()),
        areas=_("all life areas") if len(areas) == len(LifeArea) else named,
        since=date_format(participation.starts_on, "F Y"),
    )
