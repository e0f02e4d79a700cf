"""Giving a case to a colleague: by the team lead, or handing over and taking over oneself."""

import pytest
from django.http import Http404

from agencies.models import Membership, Notification
from agencies.roles import Role
from audit.models.entry import Verb
from cases.actions.assign_case import assign_case
from cases.models import Case, Participation
from core.refusal import Refusal
from core.today import today
from tests.factories import make_membership, working_as
from tests.trail import no_entry, one_entry


def assign(case: Case, to: Membership, *, by: Membership) -> Participation:
    with working_as(by):
        return assign_case(case, to=to, by=by)


def told(who: Membership) -> list[Notification]:
    with working_as(who):
        return list(Notification.objects.filter(recipient=who))


@pytest.fixture
def colleague(lead: Membership) -> Membership:
    return make_membership(lead.agency, name="Kolja Kollege")


def test_the_team_lead_gives_any_case_and_the_colleague_is_told(
    shared_case: Case, team_lead: Membership, colleague: Membership
) -> None:
    with one_entry(team_lead, Verb.CHANGED, case=shared_case, about="Participation", reason=""):
        assert assign(shared_case, colleague, by=team_lead).responsible == colleague
    (notice,) = told(colleague)
    assert (notice.kind, notice.case_number) == ("assigned", shared_case.number)


def test_the_telephone_is_hers_and_never_her_predecessors(
    case: Case, lead: Membership, team_lead: Membership, colleague: Membership
) -> None:
    lead.telephone = "05231 1"
    lead.save(update_fields=["telephone"])
    assert assign(case, lead, by=team_lead).telephone == "05231 1"
    assert assign(case, colleague, by=team_lead).telephone == ""


def test_who_has_left_keeps_no_case_from_the_others(
    case: Case, lead: Membership, colleague: Membership
) -> None:
    assign(case, colleague, by=lead)
    colleague.ends_on = today()
    colleague.save(update_fields=["ends_on"])
    third = make_membership(lead.agency)
    assert assign(case, third, by=lead).responsible == third


def test_each_time_it_is_told_anew(
    case: Case, lead: Membership, team_lead: Membership, colleague: Membership
) -> None:
    for to in (colleague, lead, colleague):
        assign(case, to, by=team_lead)
    assert len(told(colleague)) == 2


def test_she_hands_over_her_own_and_takes_over_a_colleagues(
    case: Case, lead: Membership, colleague: Membership
) -> None:
    assert assign(case, colleague, by=lead).responsible == colleague
    assert assign(case, lead, by=lead).responsible == lead
    assert told(lead) == []


def test_a_colleagues_case_is_not_hers_to_give(case: Case, lead: Membership, colleague: Membership) -> None:
    third = make_membership(lead.agency)
    with no_entry(colleague), pytest.raises(Refusal) as refusal:
        assign(case, third, by=colleague)
    assert refusal.value.field == "responsible"


@pytest.mark.parametrize("why", ["moderates", "left", "other agency"])
def test_only_to_somebody_who_works_on_cases_here(
    why: str, shared_case: Case, team_lead: Membership, partner: Membership
) -> None:
    to = {
        "moderates": lambda: make_membership(team_lead.agency, Role.MODERATOR),
        "left": lambda: make_membership(team_lead.agency, ends_on=today()),
        "other agency": lambda: partner,
    }[why]()
    with no_entry(team_lead), pytest.raises(Refusal):
        assign(shared_case, to, by=team_lead)


def test_an_uninvolved_agency_finds_no_case(case: Case, uninvolved: Membership) -> None:
    with pytest.raises(Http404):
        assign(case, uninvolved, by=uninvolved)
