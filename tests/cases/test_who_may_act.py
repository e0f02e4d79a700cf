"""Every action on a case, by everybody: not visible is 404, visible but not allowed is 403."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.change_phase import change_phase
from cases.actions.end_participation import end_participation
from cases.actions.name_contact import name_contact
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.actions.save_draft import save_draft
from cases.actions.take_up_case import TakeUp, take_up_case
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.models import Case, LegalBasis, Participation
from cases.models.draft import DraftKind
from cases.models.vocabulary import Phase
from core.today import today
from tests.factories import make_agency, working_as

Action = Callable[[Case, Membership, LegalBasis], Any]


def bring_in(case: Case, by: Membership, basis: LegalBasis) -> None:
    bring_in_agency(case, agency=make_agency(), access="read", areas={"work": basis}, by=by)


def end(case: Case, by: Membership, basis: LegalBasis) -> None:
    # Whoever may do it has loaded the participation; the others name it by its case alone.
    found = Participation.objects.filter(case=case, access="contribute").first()
    end_participation(found or Participation(case=case), case=case, by=by, reason="Grund")


def move(case: Case, by: Membership, basis: LegalBasis) -> None:
    change_phase(case, to=Phase.PLANNING, by=by, reason="weiter")


def note_interview(case: Case, by: Membership, basis: LegalBasis) -> None:
    record_interview(
        case, record=InterviewRecord(held_on=today(), consent="oral", statements={"success": "x"}), by=by
    )


def write(case: Case, by: Membership, basis: LegalBasis) -> None:
    write_analysis(case, content=AnalysisContent(as_of=today(), title="x", texts={"goals": "x"}), by=by)


def keep_draft(case: Case, by: Membership, basis: LegalBasis) -> None:
    save_draft(by=by, case=case, kind=DraftKind.INTERVIEW, fields={"x": ["y"]})


def name(case: Case, by: Membership, basis: LegalBasis) -> None:
    name_contact(case, responsible=by, telephone="", file_number="", by=by)


STEER: list[Action] = [bring_in, end, move]
CHANGE: list[Action] = [note_interview, write, keep_draft]
VIEW: list[Action] = [name]

LEADING = ["lead", "team_lead"]
OUTSIDE = [
    "uninvolved",
    "ended",
    "inactive",
    "moderator",
    "catalogue_administrator",
    "access_administrator",
    "data_protection_officer",
]


def do(action: Action, case: Case, who: str, request: pytest.FixtureRequest, basis: LegalBasis) -> None:
    """Act as a member of the cast."""
    by = request.getfixturevalue(who)
    with working_as(by):
        action(case, by, basis)


@pytest.mark.parametrize("action", [*STEER, *CHANGE, *VIEW])
@pytest.mark.parametrize("who", LEADING)
def test_the_leading_agency_may_do_everything(
    action: Action, who: str, shared_case: Case, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    do(action, shared_case, who, request, basis)


@pytest.mark.parametrize("action", [*CHANGE, *VIEW])
def test_a_contributing_partner_writes(
    action: Action, shared_case: Case, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    do(action, shared_case, "partner", request, basis)


@pytest.mark.parametrize("action", STEER)
def test_a_contributing_partner_does_not_steer(
    action: Action, shared_case: Case, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        do(action, shared_case, "partner", request, basis)


@pytest.mark.parametrize("action", VIEW)
def test_a_reader_names_her_contact(
    action: Action, shared_case: Case, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    do(action, shared_case, "reader", request, basis)


@pytest.mark.parametrize("action", [*STEER, *CHANGE])
def test_a_reader_neither_writes_nor_steers(
    action: Action, shared_case: Case, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        do(action, shared_case, "reader", request, basis)


@pytest.mark.parametrize("action", [*STEER, *CHANGE, *VIEW])
@pytest.mark.parametrize("who", OUTSIDE)
def test_for_everybody_else_the_case_does_not_exist(
    action: Action, who: str, shared_case: Case, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(Http404):
        do(action, shared_case, who, request, basis)


@pytest.mark.parametrize("who", [name for name in OUTSIDE if name != "uninvolved"])
def test_only_who_works_on_cases_takes_one_up(
    who: str, basis: LegalBasis, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    with working_as(by), pytest.raises(PermissionDenied):
        take_up_case(TakeUp(person={"family_name": "Test"}, legal_basis=basis), by=by)


@pytest.mark.parametrize("who", [name for name in OUTSIDE if name != "uninvolved"])
def test_only_who_takes_up_cases_keeps_a_draft_of_one(who: str, request: pytest.FixtureRequest) -> None:
    by = request.getfixturevalue(who)
    with working_as(by), pytest.raises(PermissionDenied):
        save_draft(by=by, case=None, kind=DraftKind.TAKE_UP, fields={})
