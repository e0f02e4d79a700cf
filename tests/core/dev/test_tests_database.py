"""The database that the tests themselves work on."""

import pytest
from django.db import ProgrammingError, connection, connections

pytestmark = pytest.mark.django_db


def _ask(question: str, *, alias: str = "default") -> object:
    with connections[alias].cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
        return row[0] if row else None


def test_tests_work_under_the_applications_role() -> None:
    assert _ask("SELECT current_user") == "fallbruecke_app"
    assert (
        _ask("SELECT rolsuper OR rolbypassrls OR rolcreatedb FROM pg_roles WHERE rolname = current_user")
        is False
    )


def test_the_application_owns_nothing() -> None:
    assert _ask("SELECT count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user") == 0


def test_the_application_may_not_truncate() -> None:
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("TRUNCATE django_session")


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_owner_is_no_superuser_and_sees_the_same_database() -> None:
    assert _ask("SELECT current_user", alias="owner") == "fallbruecke_owner"
    assert _ask("SELECT rolsuper FROM pg_roles WHERE rolname = current_user", alias="owner") is False
    assert _ask("SELECT current_database()", alias="owner") == _ask("SELECT current_database()")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_test_that_commits_leaves_nothing_to_the_next(turn: int) -> None:
    assert _ask("SELECT count(*) FROM django_session") == 0
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO django_session VALUES (%s, '', now())", [f"turn {turn}"])
    assert _ask("SELECT count(*) FROM django_session") == 1


@pytest.mark.django_db(transaction=True)
def test_what_migrations_put_in_survives_a_test_that_commits() -> None:
    assert _ask("SELECT count(*) > 0 FROM django_content_type") is True


def test_the_database_is_a_copy() -> None:
    assert str(_ask("SELECT current_database()")).startswith("test_")
