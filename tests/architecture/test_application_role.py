"""What the application's role may not do, even with any statement it likes."""

import pytest
from django.db import ProgrammingError, transaction

from agencies.models import Membership
from audit.models import Entry
from cases.models import Case
from core.acting import acting
from tests.architecture.catalogue import ask

pytestmark = pytest.mark.django_db

REFUSED = "permission denied|must be owner"


def test_the_role_has_no_power_of_its_own() -> None:
    question = """
        SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
        FROM pg_roles WHERE rolname = current_user
    """
    assert ask(question) == [(False,)]
    assert ask("SELECT roleid::regrole FROM pg_auth_members WHERE member = current_user::regrole") == []


@pytest.mark.parametrize(
    ("catalogue", "owner"),
    [
        ("pg_class", "relowner"),
        ("pg_proc", "proowner"),
        ("pg_type", "typowner"),
        ("pg_namespace", "nspowner"),
        ("pg_database", "datdba"),
    ],
)
def test_the_role_owns_nothing(catalogue: str, owner: str) -> None:
    question = f"SELECT count(*) FROM {catalogue} WHERE {owner} = current_user::regrole"  # noqa: S608 - names above
    assert ask(question) == [(0,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET reason = ''",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "INSERT INTO audit_entry SELECT * FROM audit_entry ON CONFLICT (id) DO UPDATE SET reason = ''",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "ALTER TABLE audit_entry DISABLE ROW LEVEL SECURITY",
        "CREATE RULE quiet AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
        "CREATE POLICY everybody ON audit_entry FOR SELECT USING (true)",
        "DROP TABLE audit_entry",
        "SET session_replication_role = 'replica'",
        "SET ROLE fallbruecke_owner",
        "CREATE TABLE audit_entry_copy (id uuid)",
    ],
)
def test_the_trail_cannot_be_changed(statement: str, case: Case, lead: Membership) -> None:
    with acting(lead.agency_id):
        assert Entry.objects.count() > 0
        with pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
            ask(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM cases_casenumber",
        "INSERT INTO cases_casenumber VALUES (2026, 1)",
        "UPDATE cases_casenumber SET last = 0",
        "DELETE FROM cases_casenumber",
        "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE cases_case DISABLE TRIGGER ALL",
        "DELETE FROM cases_case",
        "DELETE FROM cases_participation",
        "UPDATE cases_phasechange SET reason = ''",
        "UPDATE cases_interviewanswer SET situation = ''",
        "CREATE OR REPLACE FUNCTION case_visible(wanted uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
    ],
)
def test_what_nobody_may_do_is_refused(statement: str, case: Case, lead: Membership) -> None:
    with acting(lead.agency_id), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        ask(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM agencies_user",
        "DELETE FROM agencies_membership",
        "DELETE FROM agencies_agency",
        "DELETE FROM agencies_carrier",
        "DELETE FROM agencies_accessinvitation",
        "DELETE FROM auth_group",
        "UPDATE agencies_user SET email = email",
        "UPDATE agencies_user SET name = name",
        "UPDATE agencies_membership SET user_id = user_id",
        "UPDATE agencies_membership SET agency_id = agency_id",
        "UPDATE agencies_membership SET starts_on = starts_on",
        "UPDATE agencies_agency SET group_id = group_id",
        "UPDATE agencies_accessinvitation SET email = email",
        "UPDATE agencies_accessinvitation SET agency_id = agency_id",
        "UPDATE agencies_accessinvitation SET roles = roles",
        "UPDATE auth_group SET name = name",
        "TRUNCATE agencies_membership CASCADE",
    ],
)
def test_who_works_where_is_changed_by_what_the_pages_write_alone(statement: str, lead: Membership) -> None:
    with acting(lead.agency_id), pytest.raises(ProgrammingError, match=REFUSED), transaction.atomic():
        ask(statement)


def test_the_columns_that_may_be_written_are_a_closed_list() -> None:
    question = """
        SELECT table_name, string_agg(column_name, ' ' ORDER BY column_name) FROM information_schema.column_privileges
        WHERE grantee = current_user AND privilege_type = 'UPDATE'
          AND table_name IN ('agencies_user', 'agencies_membership', 'agencies_accessinvitation', 'auth_group')
        GROUP BY table_name
    """
    assert dict(ask(question)) == {
        "agencies_user": "is_active last_login password sessions_ended_at",
        "agencies_membership": "central ends_on roles telephone",
        "agencies_accessinvitation": "accepted_at expires_at token_hash withdrawn_at",
    }
