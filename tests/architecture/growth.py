"""More of everything: cases in the lead's list, and in the shared case everything that its pages show."""

from datetime import timedelta
from uuid import uuid4

from agencies.models import Agency, Membership
from cases.actions.end_participation import end_participation
from cases.models import (
    AnalysisPdf,
    AnalysisRow,
    AnalysisText,
    Case,
    CaseAnalysis,
    FollowUp,
    Interview,
    InterviewAnswer,
    InterviewStatement,
    LeadQuestion,
    Note,
    PhaseChange,
    SavedFilter,
)
from core.today import today
from tests.access.world import World
from tests.factories import bring_in, make_agency, make_basis, make_membership, take_up, working_as

AREAS = {"work": True, "residence": True, "health": False}


def grow(world: World, *, by: int) -> None:
    """As many more of each."""
    lead, partner, uninvolved = (world.member(who) for who in ("lead", "partner", "uninvolved"))
    for each in (lead, partner):
        _write(world.shared.case, each, count=by)
    with working_as(lead):
        PhaseChange.objects.bulk_create(
            PhaseChange(case=world.shared.case, phase="planning", on=today(), by=str(lead)) for _ in range(by)
        )
    for each in (lead, partner):
        _work(world.shared.case, each, count=by)
    for number in range(by):
        _another_case(world, lead)
        _case_of_others(world, uninvolved, into=lead.agency)
        make_membership(lead.agency)
        make_basis()
        _another_agency(world, lead, leaves=number % 3 == 0)


def _another_case(world: World, lead: Membership) -> None:
    residence = {"title": "toleration", "starts_on": today(), "effective_until": today() + timedelta(days=20)}
    take_up(lead, basis=world.basis, residence=residence)


def _case_of_others(world: World, uninvolved: Membership, *, into: Agency) -> None:
    case = take_up(uninvolved, basis=world.basis)
    bring_in(case, into, by=uninvolved, areas=["work", "residence"], basis=world.basis)


def _another_agency(world: World, lead: Membership, *, leaves: bool) -> None:
    participation = bring_in(
        world.shared.case, make_agency(), by=lead, areas=["work", "health"], basis=world.basis
    )
    if leaves:
        with working_as(lead):
            end_participation(participation, case=world.shared.case, by=lead, reason="erledigt")


def _write(case: Case, by: Membership, *, count: int) -> None:
    whose = {"case": case, "agency": by.agency}
    with working_as(by):
        held = [Interview(author=by, held_on=today(), consent="oral", **whose) for _ in range(count)]
        Interview.objects.bulk_create(held)
        asked = LeadQuestion.objects.get(code="success", version=1)
        InterviewStatement.objects.bulk_create(
            InterviewStatement(interview=each, question="success", asked=asked, text="Arbeit", **whose)
            for each in held
        )
        InterviewAnswer.objects.bulk_create(
            InterviewAnswer(interview=each, life_area=area, situation="so", shared=shared, **whose)
            for each in held
            for area, shared in AREAS.items()
        )
        written = [CaseAnalysis(author=by, as_of=today(), title="Stand", **whose) for _ in range(count)]
        CaseAnalysis.objects.bulk_create(written)
        AnalysisText.objects.bulk_create(
            AnalysisText(analysis=each, kind="goals", text="Arbeit", **whose) for each in written
        )
        AnalysisRow.objects.bulk_create(
            AnalysisRow(analysis=each, life_area=area, need="Kurs", shared=shared, deadline=today(), **whose)
            for each in written
            for area, shared in AREAS.items()
        )
        AnalysisPdf.objects.bulk_create(AnalysisPdf(analysis=each, requester=by, **whose) for each in written)


def _work(case: Case, by: Membership, *, count: int) -> None:
    whose = {"case": case, "agency": by.agency, "author": by}
    with working_as(by):
        Note.objects.bulk_create(Note(text="Rückruf", **whose) for _ in range(count))
        FollowUp.objects.bulk_create(FollowUp(due_on=today(), **whose) for _ in range(count))
        SavedFilter.objects.bulk_create(
            SavedFilter(agency=by.agency, author=by, name=f"Ansicht {uuid4()}", chosen={"phase": "planning"})
            for _ in range(count)
        )
