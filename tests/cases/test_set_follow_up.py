"""A reminder is for whoever set it alone."""

from datetime import timedelta

import pytest
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.set_follow_up import set_follow_up
from cases.models import Case, FollowUp
from core.refusal import Refusal
from core.today import today
from tests.factories import make_membership, working_as
from tests.trail import CANARY, no_entry, one_entry


def remind(case: Case, *, by: Membership, days: int = 7, text: str = "") -> FollowUp:
    with working_as(by):
        return set_follow_up(case, due_on=today() + timedelta(days=days), text=text, by=by)


def test_only_she_sees_it(shared_case: Case, lead: Membership, team_lead: Membership) -> None:
    own = remind(shared_case, by=lead)
    for who, seen in [(lead, [own]), (team_lead, [])]:
        with working_as(who):
            assert list(FollowUp.objects.visible_to(who)) == seen


def test_her_other_agency_does_not_see_it(
    shared_case: Case, lead: Membership, youth_office: object, uninvolved: Membership
) -> None:
    remind(shared_case, by=lead)
    elsewhere = make_membership(uninvolved.agency, user=lead.user)
    with working_as(elsewhere):
        assert not FollowUp.objects.visible_to(elsewhere).exists()


def test_after_a_renewed_membership_it_is_still_hers(shared_case: Case, lead: Membership) -> None:
    own = remind(shared_case, by=lead)
    renewed = make_membership(lead.agency, user=lead.user, starts_on=today())
    with working_as(renewed):
        assert list(FollowUp.objects.visible_to(renewed)) == [own]


def test_whoever_only_reads_sets_one_too(shared_case: Case, reader: Membership) -> None:
    assert remind(shared_case, by=reader).agency == reader.agency


def test_it_is_one_entry_without_content_and_moves_the_case_in_no_list(
    shared_case: Case, lead: Membership
) -> None:
    with working_as(lead):
        before = Case.objects.get(pk=shared_case.pk).last_activity
    with one_entry(lead, Verb.CREATED, case=shared_case, about="FollowUp", reason=""):
        remind(shared_case, by=lead, text=CANARY)
    with working_as(lead):
        assert Case.objects.get(pk=shared_case.pk).last_activity == before


def test_a_day_that_has_passed_is_refused_at_its_field(case: Case, lead: Membership) -> None:
    with no_entry(lead), pytest.raises(Refusal) as refusal:
        remind(case, by=lead, days=-1)
    assert refusal.value.field == "due_on"
    assert remind(case, by=lead, days=0).is_due


def test_an_uninvolved_agency_finds_no_case(case: Case, uninvolved: Membership) -> None:
    with pytest.raises(Http404):
        remind(case, by=uninvolved)
