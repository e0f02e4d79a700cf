"""Ticking off a reminder, and taking that back."""

import pytest
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.finish_follow_up import finish_follow_up
from cases.actions.set_follow_up import set_follow_up
from cases.models import Case, FollowUp
from core.today import today
from tests.factories import working_as
from tests.trail import one_entry


@pytest.fixture
def follow_up(shared_case: Case, lead: Membership) -> FollowUp:
    with working_as(lead):
        return set_follow_up(shared_case, due_on=today(), by=lead)


def test_done_and_not_done_after_all(follow_up: FollowUp, shared_case: Case, lead: Membership) -> None:
    for done in (True, True, False):
        with one_entry(lead, Verb.CHANGED, case=shared_case, about="FollowUp"), working_as(lead):
            finish_follow_up(follow_up, case=shared_case, by=lead, done=done)
        with working_as(lead):
            assert FollowUp.objects.visible_to(lead).due().exists() != done


def test_a_colleagues_does_not_exist(follow_up: FollowUp, shared_case: Case, team_lead: Membership) -> None:
    with working_as(team_lead), pytest.raises(Http404):
        finish_follow_up(follow_up, case=shared_case, by=team_lead)
