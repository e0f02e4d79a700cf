"""A quick note stays with the agency that wrote it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from agencies.models import Membership
from audit.models.entry import Verb
from cases.actions.take_note import take_note
from cases.models import Case, Note
from tests.factories import working_as
from tests.trail import CANARY, no_entry, one_entry


def write(case: Case, *, by: Membership, text: str = "Rückruf zugesagt") -> Note:
    with working_as(by):
        return take_note(case, text=text, spoke_with="Frau Sander", by=by)


def test_her_agency_reads_it_and_no_other(
    shared_case: Case, lead: Membership, team_lead: Membership, partner: Membership
) -> None:
    note = write(shared_case, by=partner)
    with working_as(partner):
        assert list(Note.objects.visible_to(partner)) == [note]
    for other in (lead, team_lead):
        with working_as(other):
            assert not Note.objects.visible_to(other).exists()
            assert not Note.objects.exists()


def test_it_is_one_entry_without_content(shared_case: Case, lead: Membership) -> None:
    with one_entry(lead, Verb.CREATED, case=shared_case, about="Note", reason=""):
        write(shared_case, by=lead, text=CANARY)


def test_whoever_only_reads_writes_none(shared_case: Case, reader: Membership) -> None:
    with no_entry(reader), pytest.raises(PermissionDenied):
        write(shared_case, by=reader)


def test_an_uninvolved_agency_finds_no_case(case: Case, uninvolved: Membership) -> None:
    with pytest.raises(Http404):
        write(case, by=uninvolved)


def test_sent_twice_it_is_there_once(case: Case, lead: Membership) -> None:
    key = uuid4()
    with working_as(lead):
        take_note(case, text="einmal", by=lead, key=key)
        with pytest.raises(IntegrityError), transaction.atomic():
            take_note(case, text="einmal", by=lead, key=key)
        assert Note.objects.count() == 1
