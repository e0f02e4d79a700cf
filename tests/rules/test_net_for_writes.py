"""What an agency could write by plain SQL, past every page: nothing that changes who sees what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model

from agencies.models import Agency, Membership
from cases.models import Case, LegalBasis, Migrant, Participation
from core.acting import acting
from tests.factories import analysis, bring_in, interview, take_up, working_as

pytestmark = pytest.mark.django_db

# Not permitted; a foreign key, a check, an exclusion that says no.
REFUSED = {"42501", "23503", "23514", "23P01"}


@contextmanager
def sql_of(agency: Agency) -> Iterator[None]:
    """Statements of this agency; what they change is undone."""
    with acting(agency.pk), transaction.atomic():
        yield
        transaction.set_rollback(True)


def changed(statement: str, **words: object) -> int:
    """How many rows the statement changes; 0 when it is refused."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, words)  # type: ignore[arg-type]  # ids and names
            rows = int(cursor.rowcount)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            return rows
    except DatabaseError as refusal:
        # A statement that is merely wrong would be refused too, and prove nothing.
        if getattr(refusal.__cause__, "sqlstate", "") not in REFUSED:
            raise
        return 0


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE cases_case SET lead_agency_id = app_agency() WHERE id = %(case)s",
        "UPDATE cases_case SET phase = 'closed' WHERE id = %(case)s",
        "UPDATE cases_case SET migrant_id = %(stranger)s WHERE id = %(case)s",
        "UPDATE cases_participation SET access = 'lead' WHERE agency_id = app_agency()",
        "UPDATE cases_participation SET access = 'contribute' WHERE agency_id = app_agency()",
        "UPDATE cases_participation SET starts_on = '2000-01-01' WHERE agency_id = app_agency()",
        "UPDATE cases_participation SET ends_on = '2099-01-01' WHERE agency_id = app_agency()",
        "UPDATE cases_participation SET case_id = %(foreign)s WHERE agency_id = app_agency()",
        "UPDATE cases_migrant SET family_name = 'X' WHERE id = %(person)s",
        "DELETE FROM cases_participation WHERE case_id = %(case)s",
        """INSERT INTO cases_interview (id, case_id, agency_id, author_id, held_on, language, mediator, consent)
        VALUES (gen_random_uuid(), %(case)s, app_agency(), %(author)s, '2026-01-01', '', '', 'oral')""",
    ],
)
def test_an_agency_that_reads_cannot_widen_what_it_sees(
    attack: str, shared_case: Case, reader: Membership, uninvolved: Membership
) -> None:
    foreign = take_up(uninvolved)
    with sql_of(reader.agency):
        rows = changed(
            attack,
            case=shared_case.pk,
            foreign=foreign.pk,
            person=shared_case.migrant_id,
            stranger=foreign.migrant_id,
            author=reader.pk,
        )
    assert rows == 0


def test_a_case_cannot_be_made_for_a_person_whom_another_agency_took_up(
    case: Case, uninvolved: Membership
) -> None:
    statement = """INSERT INTO cases_case
        (id, number, migrant_id, lead_agency_id, phase, target_group, occasion, urgency, urgency_reason, summary,
         last_activity)
        VALUES (gen_random_uuid(), 'LIP-1', %(person)s, app_agency(), 'clarification', 'undetermined', '', 'normal',
         '', '', now())"""
    with working_as(uninvolved):
        own = Migrant.objects.create(taken_up_by=uninvolved.agency, family_name="Eigen")
    with sql_of(uninvolved.agency):
        assert changed(statement, person=case.migrant_id) == 0
        assert changed(statement, person=own.pk) == 1


def test_an_area_cannot_be_opened_through_another_case(
    shared_case: Case, immigration_office_in_case: Participation, reader: Membership, basis: LegalBasis
) -> None:
    own = take_up(reader)
    statement = """INSERT INTO cases_participationarea (id, participation_id, case_id, life_area, legal_basis_id)
        VALUES (gen_random_uuid(), %(participation)s, %(case)s, 'health', %(basis)s)"""
    with sql_of(reader.agency):
        assert not changed(
            statement, participation=immigration_office_in_case.pk, case=own.pk, basis=basis.pk
        )


ROW = """INSERT INTO cases_analysisrow (id, case_id, agency_id, analysis_id, life_area, shared, situation, resources,
    need, agencies, deadline_note)
    VALUES (gen_random_uuid(), %(case)s, app_agency(), %(head)s, 'work', false, '', '', '', '', '')"""
ANSWER = """INSERT INTO cases_interviewanswer (id, case_id, agency_id, interview_id, life_area, shared, situation,
    wishes, agencies_involved)
    VALUES (gen_random_uuid(), %(case)s, app_agency(), %(head)s, 'work', false, '', '', '')"""


@pytest.mark.parametrize(("statement", "write"), [(ROW, analysis), (ANSWER, interview)])
def test_a_part_cannot_slip_below_the_head_of_another_agency(
    statement: str, write: Callable[..., Model], shared_case: Case, lead: Membership, partner: Membership
) -> None:
    foreign, own = (write(shared_case, by=writer, kept=["health"]).pk for writer in (lead, partner))
    with sql_of(partner.agency):
        assert changed(statement, case=shared_case.pk, head=foreign) == 0
        assert changed(statement, case=shared_case.pk, head=own) == 1


def test_the_trail_takes_no_entry_in_the_name_of_another_agency(
    lead: Membership, uninvolved: Membership
) -> None:
    statement = """INSERT INTO audit_entry (id, at, agency_id, actor_label, agency_label, verb, object_type,
        object_label, listed, channel, reason, code)
        VALUES (gen_random_uuid(), now(), %(agency)s, '', '', 'viewed', '', '', '{}', '', '', '')"""
    with sql_of(uninvolved.agency):
        assert changed(statement, agency=lead.agency_id) == 0
        assert changed(statement, agency=uninvolved.agency_id) == 1


def test_what_an_agency_may_write_it_can(
    case: Case, jobcentre: Agency, lead: Membership, partner: Membership
) -> None:
    bring_in(case, jobcentre, by=lead)
    with sql_of(partner.agency):
        assert changed("UPDATE cases_participation SET telephone = '1' WHERE agency_id = app_agency()") == 1
        assert changed("UPDATE cases_case SET last_activity = now() WHERE id = %(case)s", case=case.pk) == 1
    with sql_of(lead.agency):
        assert changed("UPDATE cases_case SET phase = 'planning' WHERE id = %(case)s", case=case.pk) == 1
