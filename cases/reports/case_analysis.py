"""The analysis on paper, put together from what its reader may see."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from agencies.models import Membership
from cases.analysis_reading import AnalysisReading
from cases.models import (
    AnalysisRow,
    Case,
    CaseAnalysis,
    Participation,
    ResidencePeriod,
)
from cases.models.vocabulary import LifeArea
from cases.reports.analysis_on_paper import AnalysisLine
from cases.reports.analysis_sections import parts_of, sections_of
from cases.reports.case_analysis_document import (
    CaseAnalysisDocument,
    ParticipationLine,
    ResidenceLine,
)
from core.network_picture import Kind, Node


def document_for(
    analysis: CaseAnalysis, *, reader: Membership
) -> tuple[CaseAnalysisDocument, frozenset[UUID]]:
    """The paper for one reader, and the ids of the parts it holds.

    When she may no longer see one of these parts, a stored file is not given out any more.
    """
    case = analysis.case
    rows = list(AnalysisRow.objects.visible_to(reader).filter(analysis=analysis))
    reading = AnalysisReading(analysis, reader=reader)
    periods = list(ResidencePeriod.objects.visible_to(reader).filter(migrant=case.migrant))
    participations = Participation.objects.of_case(case)
    own = analysis.agency_id == reader.agency_id
    covered = _areas_of(reader, participations)
    document = CaseAnalysisDocument(
        **_head(case),
        title=analysis.title if own else "",
        agency=analysis.agency.name,
        reader_agency=reader.agency.name,
        reader_name=reader.user.name,
        as_of=analysis.as_of,
        created_at=timezone.localtime(),
        full=own,
        covered_areas=covered,
        rows=_lines(rows, full=own),
        **sections_of(reading),
        residence=tuple(_residence(period) for period in periods),
        participations=tuple(_participation(each) for each in participations),
        network=tuple(_node(each, reader=reader) for each in participations),
    )
    parts = frozenset({part.pk for part in (*rows, *periods, *participations)})
    return document, parts | parts_of(reading)


def _head(case: Case) -> dict[str, Any]:
    migrant = case.migrant
    return {
        "number": case.number,
        "person_name": migrant.name,
        "target_group": str(case.get_target_group_display()),
        "birth": migrant.birth_for_people,
        "origin": migrant.origin,
        "languages": migrant.language,
        "municipality": migrant.municipality,
    }


def _areas_of(reader: Membership, participations: list[Participation]) -> tuple[str, ...]:
    mine = {a.life_area for p in participations if p.agency_id == reader.agency_id for a in p.areas.all()}
    return tuple(str(area.label) for area in LifeArea if area in mine)


def _lines(rows: list[AnalysisRow], *, full: bool) -> tuple[AnalysisLine, ...]:
    """A line for each area that says something; its writer's own paper names the others as not asked."""
    written = {row.life_area: row for row in rows}
    return tuple(
        _line(written[area]) if area in written else AnalysisLine(life_area=str(area.label), asked=False)
        for area in LifeArea
        if full or area in written
    )


def _line(row: AnalysisRow) -> AnalysisLine:
    day = date_format(row.deadline) if row.deadline else ""
    return AnalysisLine(
        life_area=str(row.get_life_area_display()),
        situation=row.situation,
        resources=row.resources,
        need=row.need,
        agencies=row.agencies,
        deadline=", ".join(part for part in (day, row.deadline_note) if part),
    )


def _residence(period: ResidencePeriod) -> ResidenceLine:
    return ResidenceLine(
        title=str(period.get_title_display()),
        basis=period.basis,
        effective_until=period.effective_until,
        printed_until=period.printed_until,
        reason=period.effective_reason,
    )


def _participation(participation: Participation) -> ParticipationLine:
    areas = participation.areas_in_order
    every = len(areas) == len(LifeArea)
    return ParticipationLine(
        agency=participation.agency.name,
        role=str(participation.get_access_display()),
        areas=_("all life areas")
        if every
        else ", ".join(str(area.get_life_area_display()) for area in areas),
        basis=", ".join(basis.citation for basis in participation.bases),
        since=participation.starts_on,
        until=participation.last_day,
    )


def _node(participation: Participation, *, reader: Membership) -> Node:
    mine = participation.agency_id == reader.agency_id
    kind: Kind = "me" if mine else "lead" if participation.is_lead else "other"
    return Node(participation.agency.short_name, str(participation.get_access_display()), kind)
