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
