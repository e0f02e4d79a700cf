"""Moving a case through its phases leaves a record each time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.change_phase import change_phase
from cases.models import Case, Participation, PhaseChange
from cases.models.vocabulary import Phase
from core.refusal import Refusal
from core.today import today
from tests.factories import working_as
from tests.trail import CANARY, no_entry, one_entry


def move(case: Case, to: str, *, by: Membership, reason: str = "weiter") -> PhaseChange:
    with working_as(by):
        return change_phase(case, to=to, by=by, reason=reason)


def test_the_case_and_its_copies_are_in_the_phase(shared_case: Case, lead: Membership) -> None:
    move(shared_case, Phase.PLANNING, by=lead)
    with working_as(lead):
        assert Case.objects.get(pk=shared_case.pk).phase == Phase.PLANNING
        assert set(Participation.objects.values_list("phase", flat=True)) == {Phase.PLANNING}


def test_each_change_says_when_by_whom_and_why(case: Case, lead: Membership, team_lead: Membership) -> None:
    move(case, Phase.CLOSED, by=lead, reason="Auftrag erfüllt")
    move(case, Phase.ASSESSMENT, by=team_lead, reason="wieder aufgenommen")
    with working_as(lead):
        changes = [
            (c.phase, c.on, c.by, c.reason) for c in PhaseChange.objects.filter(case=case).order_by("at")
        ]
    assert changes == [
        (Phase.CLARIFICATION, today(), str(lead), ""),
        (Phase.CLOSED, today(), str(lead), "Auftrag erfüllt"),
        (Phase.ASSESSMENT, today(), str(team_lead), "wieder aufgenommen"),
    ]


def test_the_case_goes_to_the_top_of_the_lists(case: Case, lead: Membership) -> None:
    with working_as(lead):
        Case.objects.filter(pk=case.pk).update(last_activity=timezone.now() - timedelta(days=9))
    move(case, Phase.PLANNING, by=lead)
    with working_as(lead):
        assert Participation.objects.get().last_activity > timezone.now() - timedelta(minutes=1)


def test_staying_is_refused(case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        move(case, Phase.CLARIFICATION, by=lead)
    assert refusal.value.field == "phase"


def test_an_old_copy_of_the_case_decides_nothing(case: Case, lead: Membership) -> None:
    move(case, Phase.PLANNING, by=lead)
    assert case.phase == Phase.CLARIFICATION
    with pytest.raises(Refusal):
        move(case, Phase.PLANNING, by=lead)


def test_it_is_one_entry_without_the_reason_that_was_typed(case: Case, lead: Membership) -> None:
    with one_entry(lead, Verb.CHANGED, case=case, about="Case"):
        move(case, Phase.PLANNING, by=lead, reason=CANARY)
