"""The way back from a merge: byte by byte, for a day, unless something was changed since."""

from typing import Any

import pytest
from django.db import connection, connections
from django.http import Http404

from agencies.models import Membership
from cases.models import Case, Migrant, MigrantMerge
from cases.tasks import forget_merged_records
from core.refusal import Refusal
from tests.cases.merging import TABLES, merge, twin, undo
from tests.factories import take_up, working_as

__all__ = ["twin"]

pytestmark = pytest.mark.django_db


def everything() -> dict[str, Any]:
    """All rows of all persons, as text, and which case is whose."""
    with connections["owner"].cursor() as cursor:
        state: dict[str, Any] = {}
        for table in TABLES:
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")  # noqa: S608 - names of our own
            state[table] = cursor.fetchall()
        cursor.execute("SELECT id, migrant_id, target_group FROM cases_case ORDER BY id")
        state["cases_case"] = cursor.fetchall()
    return state


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_undoing_restores_byte_by_byte(case: Case, twin: Case, lead: Membership) -> None:
    before = everything()
    merged = merge(case, twin, by=lead)
    assert everything() != before
    undo(merged, case=case, by=lead)
    assert everything() == before
    with pytest.raises(Refusal):
        undo(merged, case=case, by=lead)


def test_what_was_changed_since_is_named(case: Case, twin: Case, lead: Membership) -> None:
    merged = merge(case, twin, by=lead)
    with working_as(lead):
        person = Migrant.objects.get(pk=case.migrant_id)
        person.origin = "Eritrea"
        person.save(update_fields=["origin"])
    with pytest.raises(Refusal, match="die Angaben zur Person"):
        undo(merged, case=case, by=lead)


def test_only_the_agency_that_merged_undoes_it(
    case: Case, twin: Case, lead: Membership, uninvolved: Membership
) -> None:
    merged = merge(case, twin, by=lead)
    with pytest.raises(Http404):
        undo(merged, case=twin, by=uninvolved)
    with working_as(uninvolved):
        assert not MigrantMerge.objects.exists()


def test_it_is_undone_in_a_case_of_the_person_alone(case: Case, twin: Case, lead: Membership) -> None:
    merged = merge(case, twin, by=lead)
    with pytest.raises(Http404):
        undo(merged, case=take_up(lead, family_name="Andere"), by=lead)


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_after_a_day_it_is_final_and_nothing_is_kept(case: Case, twin: Case, lead: Membership) -> None:
    merged = merge(case, twin, by=lead)
    forget_merged_records()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_mergesnapshot")
        assert cursor.fetchone() == (1,)
        cursor.execute("UPDATE cases_migrantmerge SET at = at - interval '25 hours'")
    with pytest.raises(Refusal):
        undo(merged, case=case, by=lead)
    forget_merged_records()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_mergesnapshot")
        assert cursor.fetchone() == (0,)
        cursor.execute("SELECT id FROM cases_migrant")
        assert cursor.fetchall() == [(case.migrant_id,)]
    with pytest.raises(Refusal):
        undo(merged, case=case, by=lead)


def test_nobody_cuts_the_day_short_not_even_by_sql(
    case: Case, twin: Case, lead: Membership, uninvolved: Membership
) -> None:
    merged = merge(case, twin, by=lead)
    with working_as(uninvolved), connection.cursor() as cursor:
        cursor.execute("SELECT empty_merges('infinity')")
        assert cursor.fetchone() == (0,)
    undo(merged, case=case, by=lead)


@pytest.mark.django_db(transaction=True)
def test_afterwards_nobody_asks_which_cases_a_merge_touched(case: Case, twin: Case, lead: Membership) -> None:
    merged = merge(case, twin, by=lead)
    with working_as(lead), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_of_merge(%s)", [merged.pk])
        assert cursor.fetchone() == (0,)
