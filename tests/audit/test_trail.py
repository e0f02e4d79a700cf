"""The trail: who, for which agency, what, with which object, why; written with the deed or not at all."""

from datetime import timedelta

import pytest
from django.db import DataError, ProgrammingError, transaction
from django.utils import timezone

from agencies.models import Membership
from audit import trail
from audit.models import Entry
from audit.models.entry import Verb
from audit.trail import Actor, acted_by
from cases.actions.change_phase import change_phase
from cases.models import Case, Participation, PhaseChange
from cases.models.vocabulary import Phase
from core.acting import acting
from core.request_log import code_of_request
from tests.factories import interview, working_as
from tests.trail import entries_for


def latest(membership: Membership) -> Entry:
    return entries_for(membership)[-1]


def test_the_actor_comes_from_the_context(case: Case, lead: Membership) -> None:
    with working_as(lead):
        trail.record(Verb.VIEWED, case)
    entry = latest(lead)
    assert (entry.actor_id, entry.actor_label) == (lead.user_id, "Lea Führend")
    assert (entry.agency_id, entry.agency_label) == (lead.agency_id, lead.agency.name)
    assert entry.channel == "page"


def test_a_context_within_another_ends_with_itself(
    case: Case, lead: Membership, team_lead: Membership
) -> None:
    with working_as(lead):
        with acted_by(team_lead.as_actor(channel="task")):
            trail.record(Verb.VIEWED, case)
        trail.record(Verb.VIEWED, case)
    inner, outer = entries_for(lead)[-2:]
    assert (inner.actor_id, inner.channel) == (team_lead.user_id, "task")
    assert (outer.actor_id, outer.channel) == (lead.user_id, "page")


def test_the_object_is_named_by_id_and_label(case: Case, lead: Membership) -> None:
    held = interview(case, by=lead, kept=["work"])
    entry = latest(lead)
    assert (entry.object_type, entry.object_id) == ("Interview", held.pk)
    assert (entry.object_label, entry.case_id) == (case.number, case.pk)


def test_a_list_is_one_entry_with_the_cases_it_showed(case: Case, lead: Membership) -> None:
    with working_as(lead):
        before = Entry.objects.count()
        trail.note_list([case.pk], reason="Phase")
        assert Entry.objects.count() == before + 1
    entry = latest(lead)
    assert (entry.verb, entry.listed, entry.case_id, entry.reason) == (Verb.LISTED, [case.pk], None, "Phase")


def test_the_code_of_the_request_stands_in_it(case: Case, lead: Membership) -> None:
    token = code_of_request.set("ABCD2345")
    try:
        with working_as(lead):
            trail.record(Verb.VIEWED, case)
    finally:
        code_of_request.reset(token)
    assert latest(lead).code == "ABCD2345"


def test_the_time_is_that_of_the_entry(case: Case, lead: Membership) -> None:
    before = timezone.now()
    with working_as(lead):
        trail.record(Verb.VIEWED, case)
    assert before <= latest(lead).at <= timezone.now()


@pytest.mark.django_db
def test_what_nobody_does_for_no_agency_can_be_written() -> None:
    """A failed sign-in has no person and no agency; nobody may read it through the application."""
    trail.record(Verb.SIGN_IN_FAILED)
    with acted_by(Actor(channel="page")):
        trail.record(Verb.SIGNED_IN)
    assert Entry.objects.count() == 0


def test_the_deed_undone_leaves_no_entry(case: Case, lead: Membership) -> None:
    before = len(entries_for(lead))
    with transaction.atomic():
        with working_as(lead):
            change_phase(case, to=Phase.PLANNING, by=lead, reason="weiter")
        transaction.set_rollback(True)
    assert len(entries_for(lead)) == before


def test_without_its_entry_there_is_no_deed(case: Case, lead: Membership) -> None:
    """An entry that cannot be written takes the deed with it."""
    lead.user.name = "x" * 201
    with pytest.raises(DataError), working_as(lead):
        change_phase(case, to=Phase.PLANNING, by=lead, reason="weiter")
    with acting(lead.agency_id):
        assert Case.objects.get(pk=case.pk).phase == Phase.CLARIFICATION
        assert PhaseChange.objects.count() == 1


def test_an_agency_reads_its_own_entries_and_the_lead_those_about_its_case(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership, uninvolved: Membership
) -> None:
    interview(shared_case, by=partner, kept=["work"])
    with working_as(uninvolved):
        trail.note_list([])
    assert partner.agency_id in {entry.agency_id for entry in entries_for(lead)}
    assert {entry.agency_id for entry in entries_for(partner)} == {partner.agency_id}
    assert entries_for(reader) == []
    assert {entry.agency_id for entry in entries_for(uninvolved)} == {uninvolved.agency_id}


def test_what_happened_with_a_case_leaves_out_mere_rows_in_a_list(case: Case, lead: Membership) -> None:
    with working_as(lead):
        trail.note_list([case.pk])
        trail.record(Verb.VIEWED, case)
        found = list(Entry.objects.about(case.pk))
    assert [entry.verb for entry in found] == [Verb.VIEWED, Verb.CREATED]


def test_a_kind_of_object_is_named_for_people(shared_case: Case, lead: Membership) -> None:
    granted = next(entry for entry in entries_for(lead) if entry.verb == Verb.GRANTED)
    assert granted.object_name == str(Participation._meta.verbose_name)
    assert Entry(object_type="LongGone").object_name == "LongGone"


def test_an_entry_can_be_neither_dated_back_nor_laid_on_a_foreign_case(
    case: Case, lead: Membership, uninvolved: Membership
) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    with working_as(lead):
        Entry(verb=Verb.VIEWED, agency_id=lead.agency_id, case_id=case.pk, at=yesterday).save(
            force_insert=True
        )
    assert latest(lead).at > yesterday + timedelta(hours=1)
    for agency_id in (None, lead.agency_id):
        forged = Entry(verb=Verb.VIEWED, agency_id=agency_id, case_id=case.pk)
        with working_as(uninvolved), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            forged.save(force_insert=True)
