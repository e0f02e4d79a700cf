"""Taking up a person, and the head of her case."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Membership
from cases.models import Case, LegalBasis, Migrant, Participation
from core.today import today
from tests.cases.api.calls import Api, entries, of, problems, said, statements
from tests.factories import analysis, interview, working_as

PERSON = {
    "given_names": "أمينة",
    "family_name": "ኃይለ",
    "birth": "1992-03",
    "sex": "female",
    "origin": "Eritrea",
    "language": "Tigrinya",
    "mediator_needed": "yes",
    "aliases": ["Amina Hailu"],
    "nationalities": ["ER", "XXX"],
    "unaccompanied_minor": False,
}


def _body(basis: LegalBasis, **differing: Any) -> dict[str, Any]:
    return {"migrant": {"family_name": "Tesfay"}, "legal_basis": str(basis.pk), **differing}


def test_taking_up_makes_person_case_and_leading_participation(lead: Membership, basis: LegalBasis) -> None:
    residence = {
        "title": "residence_permit",
        "basis": "§ 25 Abs. 2 AufenthG",
        "effective_until": "2031-05-01",
    }
    body = _body(basis, migrant=PERSON, residence=residence, occasion="Umzug", file_number="IV-7")
    response = Api(lead).post("cases/", body)
    assert response.status_code == 201, response.content
    shown = said(response)
    assert shown["migrant"] == PERSON | {"information_block": False, "blocked_until": None}
    assert shown["residence_periods"][0]["basis"] == "§ 25 Abs. 2 AufenthG"
    assert (shown["phase"], shown["target_group"], shown["occasion"]) == (
        "clarification",
        "recognised",
        "Umzug",
    )
    with working_as(lead):
        participation = Participation.objects.get(case_id=shown["id"])
    assert (participation.access, participation.file_number, participation.responsible) == (
        "lead",
        "IV-7",
        lead,
    )
    assert entries() == [("created", "Case")]


def test_a_name_and_a_basis_are_enough(lead: Membership, basis: LegalBasis) -> None:
    shown = said(Api(lead).post("cases/", _body(basis)))
    assert (shown["target_group"], shown["residence_periods"]) == ("undetermined", [])


@pytest.mark.parametrize("residence", [None, {}, {"title": "unknown"}, {"title": "unknown", "basis": " "}])
def test_a_title_that_nobody_knows_anything_about_is_left_out(
    residence: Any, lead: Membership, basis: LegalBasis
) -> None:
    assert said(Api(lead).post("cases/", _body(basis, residence=residence)))["residence_periods"] == []


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"migrant": {}}, {"migrant": {"family_name"}}),
        ({"migrant": {"family_name": " "}}, {"migrant": {"family_name"}}),
        ({"migrant": {"family_name": "x" * 121}}, {"migrant": {"family_name"}}),
        ({"migrant": {"family_name": "A\x00"}}, {"migrant": {"family_name"}}),
        ({"migrant": {"family_name": "A\x1b[1m"}}, {"migrant": {"family_name"}}),
        ({"migrant": {"family_name": "A", "birth": "1992-13"}}, {"migrant": {"birth"}}),
        ({"migrant": {"family_name": "A", "birth": "2999"}}, {"migrant": {"birth"}}),
        ({"migrant": {"family_name": "A", "birth": "14.03.1992"}}, {"migrant": {"birth"}}),
        ({"migrant": {"family_name": "A", "sex": "x"}}, {"migrant": {"sex"}}),
        ({"migrant": {"family_name": "A", "unaccompanied_minor": "x"}}, {"migrant": {"unaccompanied_minor"}}),
        ({"migrant": "Tesfay"}, {"migrant": {"non_field_errors"}}),
        ({"residence": {"title": "x"}}, {"residence": {"title"}}),
        ({"residence": {"starts_on": "31.12.2025"}}, {"residence": {"starts_on"}}),
        (
            {"residence": {"starts_on": "2026-02-01", "effective_until": "2026-01-31"}},
            {"residence": {"effective_until"}},
        ),
        ({"occasion": "x" * 501}, {"occasion": None}),
        ({"file_number": "x" * 61}, {"file_number": None}),
        ({"legal_basis": None}, {"legal_basis": None}),
    ],
)
def test_nonsense_is_refused_at_its_field(
    differing: dict[str, Any], wrong: dict[str, set[str] | None], lead: Membership, basis: LegalBasis
) -> None:
    found = problems(Api(lead).post("cases/", _body(basis, **differing)))
    assert set(found) == set(wrong)
    for name, inside in wrong.items():
        assert inside is None or set(found[name]) == inside
    with working_as(lead):
        assert not Migrant.objects.exists()
    assert entries() == []


def test_what_only_the_house_sets_cannot_be_sent(lead: Membership, basis: LegalBasis) -> None:
    house = {
        "number": "LIP-1",
        "phase": "closed",
        "lead_agency": str(lead.agency_id),
        "target_group": "tolerated",
    }
    persons = {
        "taken_up_by": str(lead.agency_id),
        "target_group_override": "tolerated",
        "override_reason": "A",
    }
    found = problems(Api(lead).post("cases/", _body(basis, migrant={"family_name": "A", **persons}, **house)))
    assert set(found) == {*house, "migrant"}
    assert set(found["migrant"]) == set(persons)


def test_residence_is_there_where_the_area_is_open(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    titles = {
        who.agency.name: [
            period["title"] for period in said(Api(who).get(of(shared_case)))["residence_periods"]
        ]
        for who in (lead, partner, reader)
    }
    assert list(titles.values()) == [["toleration"], [], ["toleration"]]


def test_residence_is_gone_when_its_basis_is(
    shared_case: Case, reader: Membership, basis: LegalBasis
) -> None:
    basis.valid_until = today()
    basis.save(update_fields=["valid_until"])
    assert said(Api(reader).get(of(shared_case)))["residence_periods"] == []


def test_the_case_is_gone_when_the_participation_is(
    shared_case: Case, partner: Membership, lead: Membership, jobcentre_in_case: Participation
) -> None:
    api = Api(partner)
    assert api.get(of(shared_case)).status_code == 200
    body = {"reason": "fertig"}
    assert (
        Api(lead).post(of(shared_case, f"participations/{jobcentre_in_case.pk}/end/"), body).status_code
        == 200
    )
    assert api.get(of(shared_case)).status_code == 404
    assert said(api.get("cases/"))["results"] == []


def test_looking_at_the_case_leaves_one_entry(case: Case, lead: Membership) -> None:
    Api(lead).get(of(case))
    assert entries() == [("viewed", "Case")]


@pytest.mark.parametrize("rest", ["", "participations/", "phases/", "interviews/", "analyses/"])
def test_queries_do_not_grow_with_the_parts(
    rest: str, shared_case: Case, lead: Membership, partner: Membership
) -> None:
    for who in (lead, partner):
        interview(shared_case, by=who, shared=["work"])
        analysis(shared_case, by=who, shared=["work"])
    api = Api(lead)
    with CaptureQueriesContext(connection) as few:
        api.get(of(shared_case, rest))
    for _ in range(3):
        for who in (lead, partner):
            interview(shared_case, by=who, shared=["work", "finances"], kept=["health"])
            analysis(shared_case, by=who, shared=["work", "finances"], kept=["health"])
    with CaptureQueriesContext(connection) as many:
        api.get(of(shared_case, rest))
    assert len(statements(many)) == len(statements(few)) <= 16


def test_periods_of_residence_come_with_the_latest_first(lead: Membership, case: Case) -> None:
    with working_as(lead):
        first, last = today() - timedelta(days=400), today() - timedelta(days=300)
        case.migrant.residence_periods.create(title="visa", starts_on=first, effective_until=last)
        case.migrant.residence_periods.create(title="unknown", effective_until=first - timedelta(days=1))
    periods = said(Api(lead).get(of(case)))["residence_periods"]
    assert [period["title"] for period in periods] == ["toleration", "visa", "unknown"]
