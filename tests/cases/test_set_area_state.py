"""How a life area stands: one row of each agency, kept unless it is shared."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.set_area_state import set_area_state
from cases.board import BoardArea
from cases.models import AreaState, Case
from cases.overview import CaseOverview
from core.acting import acting
from tests.factories import analysis, interview, working_as
from tests.trail import CANARY, one_entry


def note(
    case: Case, *, by: Membership, state: str = "need", need: str = "Kurs", shared: bool = False
) -> AreaState:
    with working_as(by):
        return set_area_state(case, life_area="work", state=state, need=need, shared=shared, by=by)


def work(case: Case, *, seen_by: Membership) -> BoardArea:
    with working_as(seen_by):
        return next(each for each in CaseOverview(case, reader=seen_by).areas if each.area == "work")


def test_it_is_kept_unless_it_is_shared(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    for shared, readers in [(False, {lead}), (True, {lead, partner}), (False, {lead})]:
        note(shared_case, by=lead, shared=shared)
        for who in (lead, partner, reader):
            with working_as(who):
                assert AreaState.objects.visible_to(who).exists() == (who in readers)
                assert AreaState.objects.exists() == (who in readers)


def test_each_agency_has_one_row_of_an_area(
    shared_case: Case, lead: Membership, team_lead: Membership, partner: Membership
) -> None:
    note(shared_case, by=lead)
    note(shared_case, by=team_lead, state="settled", need="")
    note(shared_case, by=partner)
    with working_as(lead):
        (own,) = AreaState.objects.visible_to(lead)
    assert (own.state, own.author) == ("settled", team_lead)


def test_the_board_shows_the_newest(shared_case: Case, lead: Membership, partner: Membership) -> None:
    interview(shared_case, by=lead, shared=["work"])
    assert work(shared_case, seen_by=partner).state == "known"
    analysis(shared_case, by=lead, shared=["work"])
    assert work(shared_case, seen_by=partner).state == "need"
    note(shared_case, by=lead, state="in_progress")
    assert work(shared_case, seen_by=partner).state == "need"
    note(shared_case, by=lead, state="in_progress", shared=True)
    assert work(shared_case, seen_by=partner).state == "in_progress"


def test_the_entry_says_when_it_is_shared(case: Case, lead: Membership) -> None:
    steps = [(False, Verb.CREATED), (True, Verb.SHARED), (True, Verb.CHANGED), (False, Verb.UNSHARED)]
    for shared, verb in steps:
        with one_entry(lead, verb, case=case, about="AreaState", reason=""):
            note(case, by=lead, need=CANARY, shared=shared)


def test_whoever_only_reads_notes_none(shared_case: Case, reader: Membership) -> None:
    with pytest.raises(PermissionDenied):
        note(shared_case, by=reader)


def test_the_database_keeps_it_to_its_agency(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    note(shared_case, by=lead, shared=True)
    with acting(partner.agency_id):
        assert AreaState.objects.update(need="fremd") == 0
        forged = AreaState(
            case=shared_case, agency=lead.agency, author=lead, life_area="health", state="need"
        )
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            forged.save(force_insert=True)
