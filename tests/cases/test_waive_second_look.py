"""Doing without a second look."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Membership
from cases.actions.waive_second_look import waive_second_look
from cases.models import Case, CaseAnalysis
from core.refusal import Refusal
from tests.cases.second_looks import state
from tests.factories import analysis, working_as


@pytest.fixture
def written(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """The lead's analysis, of which others read the work row."""
    return analysis(shared_case, by=lead, shared=["work"])


def test_it_is_waived_for_a_reason(written: CaseAnalysis, lead: Membership, partner: Membership) -> None:
    with working_as(lead), pytest.raises(Refusal):
        waive_second_look(written, case=written.case, reason=" ", by=lead)
    with working_as(lead):
        waive_second_look(written, case=written.case, reason="Es eilt", by=lead)
    waived = state(written, reader=lead)
    assert (waived.name, waived.version) == ("waived", 1)
    with working_as(partner), pytest.raises(PermissionDenied):
        waive_second_look(written, case=written.case, reason="Es eilt", by=partner)
