"""A draft is its writer's alone."""

import pytest

from agencies.models import Membership
from audit.models import Entry
from cases.actions.end_participation import end_participation
from cases.actions.save_draft import discard_draft, save_draft
from cases.models import Case, Draft, Participation
from cases.models.draft import DraftKind
from tests.factories import make_membership, working_as
from tests.trail import CANARY, entries_for, says


def keep(case: Case | None, *, by: Membership, kind: str = DraftKind.INTERVIEW, text: str = "halb") -> Draft:
    with working_as(by):
        return save_draft(by=by, case=case, kind=kind, fields={"text": [text]})


def seen_by(membership: Membership) -> list[str]:
    with working_as(membership):
        return [draft.fields["text"][0] for draft in Draft.objects.visible_to(membership)]


def test_saving_again_replaces_it(case: Case, lead: Membership) -> None:
    first = keep(case, by=lead)
    again = keep(case, by=lead, text="mehr")
    assert again.pk == first.pk
    assert again.saved_at > first.saved_at
    assert seen_by(lead) == ["mehr"]


def test_each_form_and_each_case_has_its_own(case: Case, lead: Membership) -> None:
    keep(case, by=lead, text="Gespräch")
    keep(case, by=lead, kind=DraftKind.ANALYSIS, text="Analyse")
    keep(None, by=lead, kind=DraftKind.TAKE_UP, text="neu")
    assert set(seen_by(lead)) == {"Gespräch", "Analyse", "neu"}


def test_outside_of_a_case_there_is_one_as_well(lead: Membership) -> None:
    keep(None, by=lead, kind=DraftKind.TAKE_UP)
    keep(None, by=lead, kind=DraftKind.TAKE_UP, text="mehr")
    assert seen_by(lead) == ["mehr"]


def test_no_colleague_sees_it(case: Case, lead: Membership, team_lead: Membership) -> None:
    keep(case, by=lead)
    keep(case, by=team_lead, text="anderes")
    assert (seen_by(lead), seen_by(team_lead)) == (["halb"], ["anderes"])


def test_for_another_agency_she_does_not_see_it_herself(
    in_two_agencies: tuple[Membership, Membership], shared_case: Case
) -> None:
    here, there = in_two_agencies
    keep(None, by=here, kind=DraftKind.TAKE_UP)
    assert seen_by(there) == []


def test_when_the_participation_has_ended_it_is_gone(
    shared_case: Case, jobcentre_in_case: Participation, lead: Membership, partner: Membership
) -> None:
    keep(shared_case, by=partner)
    with working_as(lead):
        end_participation(jobcentre_in_case, case=shared_case, by=lead, reason="erledigt")
    assert seen_by(partner) == []


def test_discarding_takes_her_own_of_this_form_alone(case: Case, lead: Membership) -> None:
    colleague = make_membership(lead.agency)
    keep(case, by=lead)
    keep(case, by=lead, kind=DraftKind.ANALYSIS, text="Analyse")
    keep(case, by=colleague, text="ihrer")
    with working_as(lead):
        discard_draft(by=lead, case=case, kind=DraftKind.INTERVIEW)
    assert (seen_by(lead), seen_by(colleague)) == (["Analyse"], ["ihrer"])


def test_what_is_typed_reaches_no_entry(case: Case, lead: Membership) -> None:
    keep(case, by=lead, text=CANARY)
    assert [entry for entry in entries_for(lead) if CANARY in says(entry)] == []


@pytest.mark.django_db
def test_saving_itself_every_few_seconds_fills_no_trail(case: Case, lead: Membership) -> None:
    with working_as(lead):
        before = Entry.objects.count()
    for _ in range(3):
        keep(case, by=lead)
    with working_as(lead):
        assert Entry.objects.count() == before
