"""Two records become one: what is decided, what moves, who sees it then, and the way back."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, connections, transaction
from django.http import Http404

from agencies.models import Membership, Notification
from audit.models import Entry
from cases.actions.merge_migrants import merge_migrants
from cases.actions.undo_merge import undo_merge
from cases.case_search import find_by_name
from cases.models import Case, Migrant, MigrantMerge, ResidencePeriod
from cases.models.residence_table import Title
from cases.models.vocabulary import TargetGroup
from cases.tasks import forget_merged_records
from core.refusal import Refusal
from core.today import today
from tests.factories import bring_in, take_up, working_as

pytestmark = pytest.mark.django_db

SPELT_DIFFERENTLY = {"given_names": "this", "family_name": "this"}


@pytest.fixture
def twin(uninvolved: Membership, lead: Membership) -> Case:
    """The youth office took up the same person; the integration centre takes part in that case."""
    twin = take_up(
        uninvolved,
        given_names="Jonas",
        family_name="Tesfai",
        birth="1994-05-17",
        language="Tigrinya",
        aliases=["Yonas Berhane"],
        nationalities=["ERI"],
    )
    bring_in(twin, lead.agency, by=uninvolved, access="read", areas=["residence"])
    return twin


def merge(case: Case, other: Case, *, by: Membership, **chosen: str) -> MigrantMerge:
    with working_as(by):
        present = [Case.objects.get(pk=each.pk) for each in (case, other)]
        return merge_migrants(present[0], other=present[1], chosen=SPELT_DIFFERENTLY | chosen, by=by)


def undo(merged: MigrantMerge, *, case: Case, by: Membership) -> None:
    with working_as(by):
        undo_merge(merged, case=case, by=by)


def person_of(case: Case, *, by: Membership) -> Migrant:
    with working_as(by):
        return Case.objects.select_related("migrant").get(pk=case.pk).migrant


def test_facts_come_together_and_no_name_is_lost(case: Case, twin: Case, lead: Membership) -> None:
    merge(case, twin, by=lead)
    person = person_of(case, by=lead)
    assert person_of(twin, by=lead) == person
    assert (person.name, person.birth, person.language) == ("Yonas Tesfay", "1994-05-17", "Tigrinya")
    assert person.aliases == ["Yonas Berhane", "Jonas Tesfai"]
    assert person.nationalities == ["ERI"]
    with working_as(lead):
        assert {hit.case.pk for hit in find_by_name("Berhane 1994", for_=lead).hits} == {case.pk, twin.pk}


@pytest.mark.parametrize("missing", ["given_names", "family_name"])
def test_a_contradiction_without_a_choice_is_said_at_its_field(
    missing: str, case: Case, twin: Case, lead: Membership
) -> None:
    with pytest.raises(Refusal) as refusal:
        merge(case, twin, by=lead, **{missing: ""})
    assert refusal.value.field == missing
    assert person_of(case, by=lead) != person_of(twin, by=lead)


def test_two_births_contradict_and_the_more_exact_of_one_does_not(case: Case, lead: Membership) -> None:
    other = take_up(lead, given_names="Yonas", family_name="Tesfay", birth="1996")
    with pytest.raises(Refusal) as refusal:
        merge(case, other, by=lead)
    assert refusal.value.field == "birth"
    merge(case, other, by=lead, birth="other")
    assert person_of(case, by=lead).birth == "1996"


def test_of_two_titles_at_the_same_time_one_is_chosen(
    case: Case, twin: Case, lead: Membership, uninvolved: Membership
) -> None:
    with working_as(uninvolved):
        ResidencePeriod.objects.create(
            migrant_id=twin.migrant_id,
            title=Title.RESIDENCE_PERMIT,
            basis="§ 25 Abs. 2 AufenthG",
            starts_on=today(),
            effective_until=today() + timedelta(days=700),
        )
        (theirs,) = ResidencePeriod.objects.filter(migrant_id=twin.migrant_id)
    with working_as(lead):
        (ours,) = ResidencePeriod.objects.filter(migrant_id=case.migrant_id)
    name = f"period_{ours.pk.hex}_{theirs.pk.hex}"
    with pytest.raises(Refusal) as refusal:
        merge(case, twin, by=lead)
    assert refusal.value.field == name
    merge(case, twin, by=lead, **{name: "other"})
    with working_as(lead):
        assert list(ResidencePeriod.objects.filter(migrant_id=case.migrant_id)) == [theirs]
        groups = Case.objects.filter(pk__in=[case.pk, twin.pk]).values_list("target_group", flat=True)
        assert set(groups) == {TargetGroup.RECOGNISED}


def test_titles_that_the_agency_does_not_see_may_not_overlap(
    case: Case, lead: Membership, uninvolved: Membership
) -> None:
    title = {"title": Title.TOLERATION, "starts_on": today(), "effective_until": today() + timedelta(days=9)}
    hidden = take_up(uninvolved, given_names="Yonas", family_name="Tesfay", residence=title)
    bring_in(hidden, lead.agency, by=uninvolved, access="read", areas=["work"])
    with pytest.raises(Refusal, match="überschneiden"):
        merge(case, hidden, by=lead)


# --- Who may, and who sees what afterwards ---------------------------------------------------------------------


def test_who_does_not_see_both_or_lead_this_one_cannot(
    case: Case, twin: Case, lead: Membership, partner: Membership, uninvolved: Membership
) -> None:
    foreign = take_up(uninvolved, given_names="Yonas", family_name="Tesfay")
    with pytest.raises(Http404), working_as(lead):
        merge_migrants(case, other=foreign, chosen=SPELT_DIFFERENTLY, by=lead)
    with pytest.raises(Http404), working_as(uninvolved):
        merge_migrants(case, other=twin, chosen=SPELT_DIFFERENTLY, by=uninvolved)
    with pytest.raises(PermissionDenied):
        merge(twin, case, by=lead)


def test_the_database_holds_it_too(case: Case, twin: Case, lead: Membership, uninvolved: Membership) -> None:
    foreign = take_up(uninvolved)
    for by, one, two in [(lead, case, foreign), (uninvolved, twin, case), (lead, case, case)]:
        with (
            working_as(by),
            pytest.raises(DatabaseError, match="must be visible"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT merge_persons(%s, %s, '{}', '')", [one.migrant_id, two.migrant_id])


def test_everybody_in_one_of_the_cases_sees_the_person_and_only_her_own_cases(
    shared_case: Case, twin: Case, lead: Membership, partner: Membership, uninvolved: Membership
) -> None:
    merge(shared_case, twin, by=lead)
    for by, cases in [(lead, {shared_case, twin}), (partner, {shared_case}), (uninvolved, {twin})]:
        with working_as(by):
            assert set(Case.objects.visible_to(by)) == cases
            assert list(Migrant.objects.values_list("pk", flat=True)) == [shared_case.migrant_id]


def test_every_case_has_its_entry_and_who_leads_the_other_is_told(
    case: Case, twin: Case, lead: Membership, uninvolved: Membership
) -> None:
    merged = merge(case, twin, by=lead)
    for by, which in [(lead, case), (uninvolved, twin)]:
        with working_as(by):
            entries = Entry.objects.about(which.pk).filter(verb="changed", actor_id=lead.user_id)
            assert len(entries) == 1
            assert "Tesf" not in str(entries.values())
    with working_as(uninvolved):
        notice = Notification.objects.get(recipient=uninvolved)
        assert (notice.kind, notice.case_id) == ("persons_merged", twin.pk)
    with working_as(lead):
        assert not Notification.objects.filter(recipient=lead).exists()
    undo(merged, case=case, by=lead)
    with working_as(uninvolved):
        assert Notification.objects.filter(recipient=uninvolved, kind="merge_undone").count() == 1


# --- The way back ----------------------------------------------------------------------------------------------


TABLES = (
    "cases_migrant",
    "cases_namekey",
    "cases_whereabouts",
    "cases_furtherlanguage",
    "cases_residenceperiod",
    "cases_familylink",
)


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


def test_what_refers_to_a_person_is_moved_by_a_merge() -> None:
    """A new table that refers to persons has to be thought of in the functions of migration 0007."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT conrelid::regclass::text, count(*) FROM pg_constraint
            WHERE confrelid = 'cases_migrant'::regclass AND contype = 'f' GROUP BY 1"""
        )
        found = dict(cursor.fetchall())
    assert found.keys() - {"cases_migrantmerge"} == {"cases_case", *TABLES} - {"cases_migrant"}
    assert found["cases_familylink"] == 2
