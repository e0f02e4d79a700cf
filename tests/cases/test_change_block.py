"""Setting and lifting the information block; what it hides stands in tests/rules/test_information_block.py."""

from datetime import timedelta

import pytest

from agencies.models import Membership
from cases.actions.change_block import change_block
from cases.models import Case
from core.refusal import Refusal
from core.today import today
from tests.factories import working_as

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("blocked", "days"), [(True, -1), (False, 1)])
def test_a_last_day_in_the_past_or_without_a_block_is_refused(
    *, blocked: bool, days: int, case: Case, lead: Membership
) -> None:
    with working_as(lead), pytest.raises(Refusal) as refusal:
        change_block(case, blocked=blocked, until=today() + timedelta(days=days), by=lead)
    assert refusal.value.field == "until"
