"""Asking for a second look: of a colleague who has not written in the analysis."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Membership
from cases.models import Case, CaseAnalysis
from core.refusal import Refusal
from tests.cases.second_looks import ask, give, state
from tests.cases.test_write_analysis import write
from tests.factories import analysis, make_membership


@pytest.fixture
def written(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """The lead's analysis, of which others read the work row."""
    return analysis(shared_case, by=lead, shared=["work"])


def test_nobody_looks_at_her_own(written: CaseAnalysis, lead: Membership, team_lead: Membership) -> None:
    with pytest.raises(Refusal):
        ask(written, by=lead, colleague=lead)
    with pytest.raises(Refusal):
        ask(written, by=team_lead, colleague=lead)
    look = ask(written, by=lead, colleague=team_lead)
    changed = write(written.case, by=team_lead, analysis=written, title="Mitgeschrieben")
    with pytest.raises(Refusal):
        give(look, by=team_lead, version=changed.version)


def test_only_a_colleague_of_the_agency_is_asked(
    written: CaseAnalysis, lead: Membership, partner: Membership
) -> None:
    with pytest.raises(Refusal):
        ask(written, by=lead, colleague=partner)
    with pytest.raises(PermissionDenied):
        ask(written, by=partner, colleague=make_membership(partner.agency))


def test_whoever_is_asked_later_takes_the_place_of_the_first(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    first = ask(written, by=lead, colleague=team_lead)
    second = ask(written, by=lead, colleague=make_membership(lead.agency))
    with pytest.raises(Refusal):
        give(first, by=team_lead)
    assert state(written, reader=lead).look == second
