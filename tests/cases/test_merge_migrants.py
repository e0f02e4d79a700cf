"""Two records become one: what is decided, what moves, and who sees it then."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from agencies.models import Membership
from cases.actions.change_block import change_block
from cases.actions.merge_migrants import merge_migrants
from cases.case_search import find_by_name
from cases.models import Case, Migrant, ResidencePeriod
from cases.models.residence_table import Title
from cases.models.vocabulary import TargetGroup
from core.refusal import Refusal
from core.today import today
from tests.cases.merging import SPELT_DIFFERENTLY, TABLES, merge, person_of, twin
from tests.factories import LONG_AGO, bring_in, make_basis, take_up, working_as

__all__ = ["twin"]

pytestmark = pytest.mark.django_db


def test_facts_come_together_and_no_name_is_lost(case: Case, twin: Case, lead: Membership) -> None:
    merge(case, twin, by=lead)
    person = person_of(case, by=lead)
    assert person_of(twin, by=lead) == person
    assert (person.name, person.birth, person.language) == ("Yonas Tesfay", "1994-05-17", "Tigrinya")
    assert person.aliases == ["Yonas Berhane", "Jonas Tesfai"]
    assert person.nationalities == ["ERI"]
    with working_as(lead):
        assert {hit.case.pk for hit in find_by_name("Berhane 1994", for_=lead).hits} == {case.pk, twin.pk}


def test_with_many_other_names_the_one_that_was_not_chosen_is_kept(
    case: Case, twin: Case, lead: Membership, uninvolved: Membership
) -> None:
    with working_as(lead):
        Migrant.objects.filter(pk=case.migrant_id).update(
            aliases=[f"Jona Nummer {each}" for each in range(10)]
        )
    with working_as(uninvolved):
        Migrant.objects.filter(pk=twin.migrant_id).update(family_name="T" * 120, given_names="J" * 120)
    merge(case, twin, by=lead)
    aliases = person_of(case, by=lead).aliases
    assert len(aliases) == 10
    assert aliases[-2:] == ["J" * 120, "T" * 120]


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
    ends = make_basis(valid_until=today())
    bring_in(hidden, lead.agency, by=uninvolved, access="read", areas=["residence"], basis=ends)
    with pytest.raises(Refusal):
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


@pytest.mark.parametrize("areas", [["work"], ["residence"], ["family"]])
def test_merging_opens_no_life_area_to_whoever_merges(
    areas: list[str], lead: Membership, uninvolved: Membership
) -> None:
    """Otherwise an invented twin would be a key to titles and relatives of somebody else's person."""
    title = {"title": Title.TOLERATION, "starts_on": LONG_AGO, "effective_until": LONG_AGO}
    hidden = take_up(uninvolved, given_names="Yonas", family_name="Tesfay", residence=title)
    bring_in(hidden, lead.agency, by=uninvolved, access="read", areas=areas)
    invented = take_up(lead, given_names="Yonas", family_name="Tesfay")
    with pytest.raises(Refusal):
        merge(invented, hidden, by=lead)
    with working_as(lead), pytest.raises(DatabaseError, match="closed"), transaction.atomic():
        merged_by_sql(invented, hidden)


def test_the_database_holds_the_block_too(lead: Membership, uninvolved: Membership) -> None:
    hidden = take_up(uninvolved, given_names="Yonas", family_name="Tesfay")
    bring_in(hidden, lead.agency, by=uninvolved, access="read", areas=["residence", "family"])
    with working_as(uninvolved):
        change_block(hidden, blocked=True, until=None, by=uninvolved)
    invented = take_up(lead, given_names="Yonas", family_name="Tesfay")
    with working_as(lead), pytest.raises(DatabaseError, match="block"), transaction.atomic():
        merged_by_sql(invented, hidden)


def merged_by_sql(one: Case, two: Case) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT merge_persons(%s, %s, '{}', '')", [one.migrant_id, two.migrant_id])


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
