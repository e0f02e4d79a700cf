"""Two people at the same time: one wins, the other gets a sentence, and nothing is there twice."""

import time
from concurrent.futures import Future
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections, transaction
from django.http import Http404

from agencies.models import Membership
from audit.models import Entry
from cases.actions.bring_in_agency import bring_in_agency
from cases.actions.change_phase import change_phase
from cases.actions.end_participation import end_participation
from cases.actions.record_interview import InterviewRecord, record_interview
from cases.actions.save_draft import save_draft
from cases.models import Case, Draft, Interview, LegalBasis, Participation, PhaseChange
from cases.models.draft import DraftKind
from cases.models.vocabulary import Phase
from cases.without_agency import next_case_number
from core.refusal import Refusal
from core.today import today
from tests.factories import take_up, working_as
from tests.side_by_side import all_at_once, meanwhile

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 5


def is_waiting_for_a_lock() -> bool:
    """Whether another connection stands before a lock of this one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
        return bool(cursor.fetchone()[0])


def await_lock(other: "Future[Any]") -> None:
    """Let the other one come as far as the lock."""
    until = time.monotonic() + 1.5
    while not is_waiting_for_a_lock() and not other.done() and time.monotonic() < until:
        time.sleep(0.01)
    assert is_waiting_for_a_lock()


def test_an_agency_is_brought_in_once(
    lead: Membership, team_lead: Membership, uninvolved: Membership, basis: LegalBasis
) -> None:
    for _ in range(ROUNDS):
        case = take_up(lead, basis=basis)

        def bring_in(by: Membership, case: Case = case) -> Participation:
            with working_as(by):
                areas = {"work": basis}
                return bring_in_agency(case, agency=uninvolved.agency, access="read", areas=areas, by=by)

        outcomes = all_at_once([lambda: bring_in(lead), lambda: bring_in(team_lead)])
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Participation", "Refusal"]
        (refusal,) = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
        assert refusal.sentence
        with working_as(lead):
            assert Participation.objects.filter(case=case, agency=uninvolved.agency).count() == 1
            assert Entry.objects.filter(case_id=case.pk, verb="granted").count() == 1


def test_a_phase_is_entered_once(case: Case, lead: Membership, team_lead: Membership) -> None:
    phases = [Phase.ASSESSMENT, Phase.PLANNING, Phase.LINKING, Phase.MONITORING, Phase.EVALUATION]
    for phase in phases:

        def move(by: Membership, to: str = phase) -> PhaseChange:
            with working_as(by):
                return change_phase(case, to=to, by=by, reason="weiter")

        outcomes = all_at_once([lambda: move(lead), lambda: move(team_lead)])
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["PhaseChange", "Refusal"]
    with working_as(lead):
        assert PhaseChange.objects.count() == 1 + len(phases)


def test_who_waited_while_her_agency_was_ended_writes_nothing(
    shared_case: Case, jobcentre_in_case: Participation, lead: Membership, partner: Membership
) -> None:
    def write() -> Interview:
        record = InterviewRecord(held_on=today(), consent="oral", statements={"success": "x"})
        with working_as(partner):
            return record_interview(shared_case, record=record, by=partner)

    with working_as(lead):
        end_participation(jobcentre_in_case, case=shared_case, by=lead, reason="erledigt")
        pool, writing = meanwhile(write)
        await_lock(writing)
    with pool:
        assert isinstance(writing.exception(), Http404 | PermissionDenied)
    with working_as(partner):
        assert not Entry.objects.filter(verb="created").exists()


def test_who_waited_while_the_text_was_written_ends_it_afterwards(
    shared_case: Case, jobcentre_in_case: Participation, lead: Membership, partner: Membership
) -> None:
    def end() -> None:
        with working_as(lead):
            end_participation(jobcentre_in_case, case=shared_case, by=lead, reason="erledigt")

    with working_as(partner):
        record = InterviewRecord(held_on=today(), consent="oral", statements={"success": "x"})
        record_interview(shared_case, record=record, by=partner)
        pool, ending = meanwhile(end)
        await_lock(ending)
    with pool:
        assert ending.exception() is None
    with working_as(partner):
        assert not Case.objects.visible_to(partner).exists()


def test_a_draft_that_saves_itself_twice_at_once_is_one(case: Case, lead: Membership) -> None:
    for kind in DraftKind.values:

        def save(text: str, kind: str = kind) -> Draft:
            with working_as(lead):
                return save_draft(by=lead, case=case, kind=kind, fields={"text": [text]})

        outcomes = all_at_once([lambda: save("a"), lambda: save("b"), lambda: save("c")])
        assert {type(outcome).__name__ for outcome in outcomes} == {"Draft"}
    with working_as(lead):
        assert Draft.objects.visible_to(lead).count() == len(DraftKind.values)


def test_numbers_from_eight_at_once_are_unique_and_ascend(lead: Membership) -> None:
    def take_five() -> list[str]:
        return [take_up(lead).number for _ in range(5)]

    taken = all_at_once([take_five] * 8)
    assert all(numbers == sorted(numbers) for numbers in taken)
    year = today().year
    assert sorted(number for numbers in taken for number in numbers) == [
        f"LIP-{year}-{n:04}" for n in range(1, 41)
    ]


def test_a_case_that_was_not_taken_up_gives_its_number_back() -> None:
    with transaction.atomic():
        assert next_case_number(2031) == "LIP-2031-0001"
        transaction.set_rollback(True)
    assert next_case_number(2031) == "LIP-2031-0001"


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_after_9999_numbers_grow_longer() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO cases_casenumber VALUES (2031, 9998)")
    assert [next_case_number(2031) for _ in range(2)] == ["LIP-2031-9999", "LIP-2031-10000"]
