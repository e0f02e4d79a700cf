"""Setting the target group by hand, and giving the table its word back."""

import pytest

from agencies.models import Membership
from cases.actions.set_target_group import set_target_group
from cases.models import Case
from core.refusal import Refusal
from tests.factories import working_as

pytestmark = pytest.mark.django_db


def test_by_hand_goes_before_the_table_until_it_is_taken_back(case: Case, lead: Membership) -> None:
    for group, shown in (("eu_citizen", "eu_citizen"), ("", "tolerated")):
        with working_as(lead):
            set_target_group(case, group=group, reason="Pass liegt vor", by=lead)
            assert Case.objects.get(pk=case.pk).target_group == shown


def test_it_says_why(case: Case, lead: Membership) -> None:
    with working_as(lead), pytest.raises(Refusal) as refusal:
        set_target_group(case, group="eu_citizen", reason="", by=lead)
    assert refusal.value.field == "reason"
