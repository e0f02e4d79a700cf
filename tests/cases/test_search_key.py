"""What is one name and what is not: the table of `name_pairs`, by the rule and by the database."""

from collections.abc import Iterable
from importlib import import_module

import pytest
from django.db import connections

from agencies.models import Membership
from cases.case_search import Why, find_by_name
from cases.models import Case, Migrant, NameKey
from cases.rekeying import rekey
from cases.search_key import is_found_by, stored_keys
from tests.cases.name_pairs import DIFFERENT, MATCHING
from tests.factories import take_up, working_as

AT_LEAST = 60


def stored_as(pairs: Iterable[tuple[str, str]], *, by: Membership) -> dict[str, Case]:
    """A person for each name that stands in the papers."""
    return {name: take_up(by, given_names="", family_name=name) for name in {name for _, name in pairs}}


def found(typed: str, *, by: Membership) -> list[str]:
    with working_as(by):
        return [hit.case.migrant.family_name for hit in find_by_name(typed, for_=by, born="").hits]


def test_the_table_is_long_enough_and_names_no_pair_twice() -> None:
    assert len(set(MATCHING)) == len(MATCHING) >= AT_LEAST
    assert len(set(DIFFERENT)) == len(DIFFERENT) >= AT_LEAST
    assert not set(MATCHING) & set(DIFFERENT)


@pytest.mark.parametrize(("typed", "printed"), MATCHING)
def test_it_is_one_name(typed: str, printed: str) -> None:
    assert is_found_by(typed, printed)


@pytest.mark.parametrize(("typed", "printed"), DIFFERENT)
def test_it_is_another_name(typed: str, printed: str) -> None:
    assert not is_found_by(typed, printed)


def test_the_database_finds_what_the_rule_says(lead: Membership) -> None:
    stored_as(MATCHING + DIFFERENT, by=lead)
    missed = [pair for pair in MATCHING if pair[1] not in found(pair[0], by=lead)]
    wrong = [pair for pair in DIFFERENT if pair[1] in found(pair[0], by=lead)]
    assert (missed, wrong) == ([], [])


def test_without_the_rules_of_sound_the_table_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.search_key._sounds", lambda word: frozenset({word}))
    monkeypatch.setattr("cases.search_key._keys_of", lambda word: frozenset({f"={word}"}))
    assert sum(not is_found_by(*pair) for pair in MATCHING) > AT_LEAST


@pytest.mark.parametrize("typed", ["", " ", "1994", "-", "'", "%", "_", "\x00", "()", "🙂", "=", "~~"])
def test_what_is_no_name_finds_nobody(typed: str, lead: Membership) -> None:
    take_up(lead)
    assert found(typed, by=lead) == []


def test_a_long_text_is_no_burden(lead: Membership) -> None:
    take_up(lead, family_name="Tesfay")
    assert found("e" * 200, by=lead) == []
    assert found("Ojejchejcj" * 20, by=lead) == []
    assert max(len(stored_keys(name)) for name in ("ч" * 120, "г" * 120, "ህ" * 120, "ث" * 120)) < 1000


def test_aliases_find_too_and_the_nearest_comes_first(lead: Membership) -> None:
    take_up(lead, given_names="Jusuf", family_name="Alt", aliases=[])
    take_up(lead, given_names="Kim", family_name="Anders", aliases=["Yusuf Demir"])
    take_up(lead, given_names="Yusif", family_name="Neu")
    with working_as(lead):
        hits = find_by_name("Yusuf", for_=lead).hits
    assert [hit.why for hit in hits] == [Why.SAME_NAME, Why.ALIKE, Why.ALIKE]
    assert hits[0].case.migrant.family_name == "Anders"


def test_a_year_narrows_and_an_unknown_birth_contradicts_none(lead: Membership) -> None:
    for birth in ("1994-05-17", "1994", "1996", ""):
        take_up(lead, given_names="Yonas", family_name="Tesfay", birth=birth)
    with working_as(lead):
        births = [
            {hit.case.migrant.birth for hit in find_by_name("1994 Tesfai", for_=lead).hits},
            {hit.case.migrant.birth for hit in find_by_name("Tesfai", for_=lead, born="1994-05").hits},
            {hit.case.migrant.birth for hit in find_by_name("Tesfai", for_=lead, born="1994-06-01").hits},
        ]
    assert births == [{"1994-05-17", "1994", ""}, {"1994-05-17", "1994", ""}, {"1994", ""}]


def test_persons_of_others_change_nothing(case: Case, lead: Membership, uninvolved: Membership) -> None:
    before = found("Tesfay", by=lead)
    for _ in range(3):
        take_up(uninvolved, given_names="Yonas", family_name="Tesfay")
    assert found("Tesfay", by=lead) == before == ["Tesfay"]


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_a_name_that_many_bear_is_found_the_other_way_alike(lead: Membership, uninvolved: Membership) -> None:
    for number in range(6):
        take_up(lead if number % 2 else uninvolved, given_names="Ali", family_name=f"Tesfa{'yi'[number % 2]}")
    take_up(lead, given_names="Ali", family_name="Tesvay", birth="1980")
    typed = ["Tesfay", "Tesfai", "Ali", "Ali Tesfay 1994", "Tefsay"]

    def answers() -> list[list[tuple[str, int]]]:
        with working_as(lead):
            return [
                [(hit.case.number, list(Why).index(hit.why)) for hit in find_by_name(each, for_=lead).hits]
                for each in typed
            ]

    few = answers()
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef('find_by_name'::regproc)")
        cursor.execute(cursor.fetchone()[0].replace("5000", "0").replace("5001", "1"))
    try:
        assert answers() == few
    finally:
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                import_module("cases.migrations.0007_search").SEARCH.replace("CREATE", "CREATE OR REPLACE", 1)
            )


def test_the_keys_follow_the_names(case: Case, lead: Membership) -> None:
    with working_as(lead):
        person = Migrant.objects.get(pk=case.migrant_id)
        person.family_name, person.aliases = "Shevchenko", ["Yonas Berhane"]
        person.save(update_fields=["family_name", "aliases"])
    assert found("Tesfay", by=lead) == []
    assert found("Schewtschenko", by=lead) == ["Shevchenko"]
    assert found("Berhane", by=lead) == ["Shevchenko"]


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
def test_stored_keys_equal_computed_ones_and_are_made_anew_for_all(lead: Membership) -> None:
    stored_as(MATCHING[:30], by=lead)
    persons = Migrant.objects.using("owner").all()
    expected = {person.pk: stored_keys(*person.names, birth=person.birth) for person in persons}
    keys = NameKey.objects.using("owner")
    assert dict(keys.values_list("migrant_id", "keys")) == expected
    keys.all().delete()
    assert rekey(connections["owner"]) == len(expected)
    assert rekey(connections["owner"]) == len(expected)
    assert dict(keys.values_list("migrant_id", "keys")) == expected
