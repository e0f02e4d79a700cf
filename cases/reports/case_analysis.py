"""The analysis on paper, put together from what its reader may see."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from agencies.models import Membership
from cases.analysis_names import interview_name
from cases.analysis_reading import AnalysisReading
from cases.models import (
    AnalysisBreakPoint,
    AnalysisRow,
    BreakPoint,
    Case,
    CaseAnalysis,
    ConferenceProposal,
    Participation,
    ResidencePeriod,
    Whereabouts,
)
from cases.models.vocabulary import LifeArea
from cases.reports.case_analysis_document import (
    AnalysisLine,
    CaseAnalysisDocument,
    NamedBreakPoint,
    ParticipationLine,
    ProposalLine,
    ResidenceLine,
)
from cases.reports.way import break_point_line, journey_line
from cases.second_look_state import SecondLookState
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
    known = _whereabouts(case, reader=reader)
    participations = Participation.objects.of_case(case)
    own = analysis.agency_id == reader.agency_id
    covered = _areas_of(reader, participations)
    document = CaseAnalysisDocument(
        **_head(case),
        municipality="".join(each.place for each in known),
        title=analysis.title if own else "",
        agency=analysis.agency.name,
        reader_agency=reader.agency.name,
        reader_name=reader.user.name,
        as_of=analysis.as_of,
        created_at=timezone.localtime(),
        full=own,
        covered_areas=covered,
        **_texts(reading),
        **_rest(reading),
        rows=_lines(rows, full=own),
        residence=tuple(_residence(period) for period in periods),
        participations=tuple(_participation(each) for each in participations),
        network=tuple(_node(each, reader=reader) for each in participations),
    )
    way = (*reading.steps, *(point for point, _said in reading.break_points), *reading.interviews)
    proposal = [reading.proposal] if reading.proposal else []
    held = (*rows, *reading.texts.values(), *proposal, *periods, *participations, *way, *known)
    parts = frozenset({part.pk for part in held})
    return document, parts


def _whereabouts(case: Case, *, reader: Membership) -> list[Whereabouts]:
    """One row or none; it counts as a part, so that a block set later takes the paper back."""
    return list(Whereabouts.objects.visible_to(reader).filter(migrant=case.migrant))


def _head(case: Case) -> dict[str, Any]:
    migrant = case.migrant
    return {
        "number": case.number,
        "person_name": migrant.name,
        "target_group": str(case.get_target_group_display()),
        "birth": migrant.birth_for_people,
        "origin": migrant.origin,
        "languages": migrant.language,
    }


def _texts(reading: AnalysisReading) -> dict[str, Any]:
    """The sections in running text, by the names that they have on paper too."""
    return {kind: text.text for kind, text in reading.texts.items()}


def _rest(reading: AnalysisReading) -> dict[str, Any]:
    """What only the writing agency reads: the way, the proposal, the second look."""
    if not reading.is_own:
        return {}
    return {
        "version": reading.analysis.version,
        "second_look": _second_look(reading.second_look),
        "interviews": tuple(interview_name(each) for each in reading.interviews),
        "steps": tuple(journey_line(step) for step in reading.steps),
        "break_points": tuple(_named(point, said) for point, said in reading.break_points),
        "proposal": _proposal(reading.proposal),
    }


def _named(point: BreakPoint, said: AnalysisBreakPoint) -> NamedBreakPoint:
    return NamedBreakPoint(
        line=break_point_line(point),
        classification=str(said.get_classification_display()),
        workgroup=str(said.get_workgroup_display()),
        note=said.note,
    )


def _proposal(proposal: ConferenceProposal | None) -> ProposalLine | None:
    if proposal is None:
        return None
    return ProposalLine(
        question=proposal.question,
        aim=proposal.aim,
        agencies=proposal.agencies,
        minutes=proposal.minutes,
        naming=str(proposal.get_naming_display()),
    )


def _second_look(state: SecondLookState | None) -> str:
    """Who looked, when, at which version; or why nobody did; empty as long as nobody was asked."""
    if state is None or state.name == "none":
        return ""
    if state.waiver is not None:
        return _("waived: %(reason)s") % {"reason": state.waiver.reason}
    look = state.look
    if look is None or look.done_at is None:
        return _("asked for")
    words = {
        "name": look.colleague.user.name,
        "day": date_format(timezone.localdate(look.done_at)),
        "version": look.done_version,
    }
    line = _("%(name)s, %(day)s, version %(version)s") % words
    return f"{line}, {pgettext('the second look', 'changed since')}" if state.changed_since else line


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
