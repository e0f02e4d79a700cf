"""Moving a reminder to another day."""

from datetime import timedelta

import pytest

from agencies.models import Membership
from cases.actions.change_follow_up import change_follow_up
from cases.actions.finish_follow_up import finish_follow_up
from cases.actions.set_follow_up import set_follow_up
from cases.models import Case, FollowUp
from core.refusal import Refusal
from core.today import today
from tests.factories import working_as

NEXT_WEEK = today() + timedelta(days=7)


@pytest.fixture
def follow_up(case: Case, lead: Membership) -> FollowUp:
    with working_as(lead):
        return set_follow_up(case, due_on=today(), by=lead)


def test_a_done_one_is_open_again_on_the_new_day(follow_up: FollowUp, case: Case, lead: Membership) -> None:
    with working_as(lead):
        finish_follow_up(follow_up, case=case, by=lead)
        changed = change_follow_up(follow_up, case=case, due_on=NEXT_WEEK, text="Nachfassen", by=lead)
    assert (changed.due_on, changed.text, changed.done_at) == (NEXT_WEEK, "Nachfassen", None)


def test_the_words_of_an_overdue_one_may_change_without_moving_it(
    follow_up: FollowUp, case: Case, lead: Membership
) -> None:
    with working_as(lead, on=NEXT_WEEK):
        changed = change_follow_up(follow_up, case=case, due_on=follow_up.due_on, text="immer noch", by=lead)
        assert changed.is_overdue


def test_it_is_not_moved_to_a_day_that_has_passed(follow_up: FollowUp, case: Case, lead: Membership) -> None:
    with working_as(lead), pytest.raises(Refusal):
        change_follow_up(follow_up, case=case, due_on=today() - timedelta(days=1), text="", by=lead)
