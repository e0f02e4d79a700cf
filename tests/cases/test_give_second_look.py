"""The second look counts for the version that was read."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Membership, Notification
from cases.models import Case, CaseAnalysis
from core.refusal import Outdated, Refusal
from tests.cases.second_looks import ask, give, state
from tests.cases.test_write_analysis import write
from tests.factories import analysis, make_membership, working_as


@pytest.fixture
def written(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """The lead's analysis, of which others read the work row."""
    return analysis(shared_case, by=lead, shared=["work"])


def told(membership: Membership) -> list[str]:
    with working_as(membership):
        return list(Notification.objects.visible_to(membership).values_list("kind", flat=True))


def test_the_colleague_is_told_and_then_whoever_asked(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    assert (state(written, reader=lead).name, told(team_lead)) == ("asked", ["second_look_asked"])
    give(look, by=team_lead, verdict="with_remarks", remarks="Der Anlass ist zu lang.")
    assert state(written, reader=lead).name == "done"
    assert told(lead) == ["second_look_done"]


def test_a_later_change_is_said(
    shared_case: Case, written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    give(ask(written, by=lead, colleague=team_lead), by=team_lead)
    assert not state(written, reader=lead).changed_since
    write(shared_case, by=lead, analysis=written, title="Neu")
    assert state(written, reader=lead).changed_since


def test_only_the_colleague_who_was_asked_answers(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    with pytest.raises(PermissionDenied):
        give(look, by=lead)
    with pytest.raises(PermissionDenied):
        give(look, by=make_membership(lead.agency))


def test_the_answer_is_about_the_version_that_was_read(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    write(written.case, by=lead, analysis=written, title="Inzwischen geändert")
    with pytest.raises(Outdated):
        give(look, by=team_lead, version=1)
    give(look, by=team_lead, version=2)
    assert state(written, reader=lead).version == 2


def test_remarks_need_a_word_and_an_answer_is_given_once(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    with pytest.raises(Refusal) as refusal:
        give(look, by=team_lead, verdict="with_remarks")
    assert refusal.value.field == "remarks"
    give(look, by=team_lead)
    with pytest.raises(Refusal):
        give(look, by=team_lead)
