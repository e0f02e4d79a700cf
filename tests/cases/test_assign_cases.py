"""Giving several cases at once: all of them, or none."""

from uuid import UUID, uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from cases.actions.assign_cases import assign_cases
from cases.models import Case, Participation
from core.refusal import Refusal
from tests.factories import make_membership, take_up, working_as


def assign(ids: list[UUID], to: Membership, *, by: Membership) -> int:
    with working_as(by):
        return len(assign_cases(ids, to=to, by=by))


def test_all_of_them(lead: Membership, team_lead: Membership) -> None:
    ids = [take_up(lead).pk for _ in range(3)]
    assert assign(ids, team_lead, by=team_lead) == 3
    with working_as(lead):
        assert set(Participation.objects.values_list("responsible", flat=True)) == {team_lead.pk}


@pytest.mark.parametrize("wrong", ["foreign", "missing"])
def test_none_when_one_of_them_is_not_the_agencys(
    wrong: str, case: Case, lead: Membership, team_lead: Membership, uninvolved: Membership
) -> None:
    other = take_up(uninvolved).pk if wrong == "foreign" else uuid4()
    colleague = make_membership(lead.agency)
    with pytest.raises(Http404):
        assign([case.pk, other], colleague, by=team_lead)
    with working_as(lead):
        assert Participation.objects.get().responsible == lead


def test_only_the_team_lead(case: Case, lead: Membership) -> None:
    with pytest.raises(PermissionDenied):
        assign([case.pk], lead, by=lead)


def test_none_chosen_and_too_many_are_refused(case: Case, team_lead: Membership) -> None:
    for ids in ([], [uuid4() for _ in range(101)]):
        with pytest.raises(Refusal) as refusal:
            assign(ids, team_lead, by=team_lead)
        assert refusal.value.field == "cases"
