"""A note is corrected by its author, until the end of the day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.correct_note import correct_note
from cases.actions.take_note import take_note
from cases.models import Case, Note
from core.today import today
from tests.factories import working_as
from tests.trail import CANARY, no_entry, one_entry


@pytest.fixture
def note(shared_case: Case, lead: Membership) -> Note:
    with working_as(lead):
        return take_note(shared_case, text="Am Donnerstag", by=lead)


def correct(note: Note, case: Case, *, by: Membership, text: str = "Am Freitag") -> Note:
    with working_as(by):
        return correct_note(note, case=case, text=text, spoke_with="", by=by)


def test_the_new_text_stands_and_that_it_was_corrected(
    note: Note, shared_case: Case, lead: Membership
) -> None:
    with one_entry(lead, Verb.CHANGED, case=shared_case, about="Note"):
        correct(note, shared_case, by=lead, text=CANARY)
    with working_as(lead):
        stored = Note.objects.get()
    assert stored.text == CANARY
    assert stored.corrected_at is not None


def test_not_a_colleagues(note: Note, shared_case: Case, team_lead: Membership) -> None:
    with no_entry(team_lead), pytest.raises(PermissionDenied):
        correct(note, shared_case, by=team_lead)


def test_of_another_agency_it_does_not_exist(note: Note, shared_case: Case, partner: Membership) -> None:
    with pytest.raises(Http404):
        correct(note, shared_case, by=partner)


def test_from_the_next_day_on_it_stays(note: Note, shared_case: Case, lead: Membership) -> None:
    with working_as(lead, on=today() + timedelta(days=1)), pytest.raises(PermissionDenied):
        correct_note(note, case=shared_case, text="zu spät", spoke_with="", by=lead)
