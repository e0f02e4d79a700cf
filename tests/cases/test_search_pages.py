"""The search box, the hint while taking up, and merging, as they are met in the browser without script."""

from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from audit.models import Entry
from cases.case_search import HITS_AT_MOST
from cases.models import Case, LegalBasis, MigrantMerge
from tests.factories import client_for, take_up, working_as


def search(client: Client, wanted: str) -> str:
    response = client.post(reverse("cases:search"), {"wanted": wanted})
    assert response.status_code == 200
    return str(response.content.decode())


def person(basis: LegalBasis, **data: str) -> dict[str, str]:
    choices = {"sex": "unknown", "mediator_needed": "not_asked", "title": "unknown"}
    return {"family_name": "Tesfai", "given_names": "Jonas", "legal_basis": str(basis.pk), **choices, **data}


def test_a_name_lists_and_says_why(case: Case, lead: Membership) -> None:
    page = search(client_for(lead), "tesfai 1994")
    assert case.number in page
    assert "Name anders geschrieben" in page
    with working_as(lead):
        (entry,) = Entry.objects.filter(verb="listed")
        assert entry.listed == [case.pk]
        assert "tesfai" not in str(vars(entry)).lower()


def test_a_number_opens_the_case(case: Case, lead: Membership) -> None:
    response = client_for(lead).post(reverse("cases:search"), {"wanted": case.number.lower()})
    assert (response.status_code, response.headers["Location"]) == (
        302,
        reverse("cases:detail", args=[case.pk]),
    )


def test_nobody_found_says_what_to_try(case: Case, uninvolved: Membership) -> None:
    page = search(client_for(uninvolved), "Tesfay")
    assert "Was Sie versuchen können" in page
    assert case.number not in page


def test_more_than_fifty_ask_for_a_second_word(lead: Membership, basis: LegalBasis) -> None:
    for _ in range(HITS_AT_MOST + 1):
        take_up(lead, basis=basis, given_names="Ali", family_name="Ahmadi")
    page = search(client_for(lead), "Ahmadi")
    assert "Mehr als 50" in page
    assert page.count('scope="row"') == HITS_AT_MOST


def test_a_search_is_no_address(client: Client, lead: Membership) -> None:
    assert client_for(lead).get(reverse("cases:search"), {"wanted": "Tesfay"}).status_code == 405


# --- While taking up ------------------------------------------------------------------------------------------


def test_who_is_perhaps_there_already_is_shown_and_nothing_is_lost(
    case: Case, lead: Membership, basis: LegalBasis
) -> None:
    client = client_for(lead)
    sent = person(basis, occasion="Kommt mit einem Brief.")
    case_before = person(basis, given_names="Yonas", occasion="Kommt mit einem Brief.", birth="1994")
    response = client.post(reverse("cases:take_up"), case_before)
    page = response.content.decode()
    assert response.status_code == 422
    assert "Vielleicht schon da" in page
    assert case.number in page
    assert "Kommt mit einem Brief." in page
    with working_as(lead):
        assert Case.objects.count() == 1
        assert Entry.objects.filter(verb="listed", listed=[case.pk]).count() == 1
    response = client.post(reverse("cases:take_up"), {**case_before, "seen": f"{case.pk} "})
    assert response.status_code == 303
    assert sent["family_name"] == "Tesfai"


def test_another_birth_or_name_is_no_hint(case: Case, lead: Membership, basis: LegalBasis) -> None:
    client = client_for(lead)
    for data in (
        person(basis, given_names="Yonas", birth_year="1996"),
        person(basis, family_name="Petrenko"),
    ):
        assert client.post(reverse("cases:take_up"), data).status_code == 303


def test_persons_of_others_are_no_hint(case: Case, uninvolved: Membership, basis: LegalBasis) -> None:
    sent = person(basis, given_names="Yonas", birth="1994")
    assert client_for(uninvolved).post(reverse("cases:take_up"), sent).status_code == 303


def test_the_person_page_hints_quietly(case: Case, lead: Membership, partner: Membership) -> None:
    client = client_for(lead)
    address = reverse("cases:person", args=[case.pk])
    assert "Vielleicht zweimal aufgenommen" not in client.get(address).content.decode()
    twin = take_up(lead, given_names="Yonas", family_name="Tesfai")
    assert twin.number in client.get(address).content.decode()


# --- Merging ---------------------------------------------------------------------------------------------------


def test_merging_by_number_side_by_side_and_back(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    twin = take_up(lead, given_names="Jonas", family_name="Tesfai", birth="1994-05-17")
    merges = reverse("cases:merges", args=[case.pk])
    assert client.post(merges, {"number": "LIP-1999-0001"}).status_code == 422
    response = client.post(merges, {"number": twin.number})
    assert response.status_code == 303
    side_by_side = response.headers["Location"]
    assert "Wer die Person danach sieht" in client.get(side_by_side).content.decode()
    response = client.post(side_by_side, {"given_names": "this"})
    assert response.status_code == 422
    assert "Bitte entscheiden Sie" in response.content.decode()
    response = client.post(side_by_side, {"given_names": "this", "family_name": "other"})
    assert response.status_code == 303
    with working_as(lead):
        (merged,) = MigrantMerge.objects.all()
        assert Case.objects.get(pk=twin.pk).migrant.name == "Yonas Tesfai"
    assert "Rückgängig machen" in client.get(merges).content.decode()
    assert client.get(side_by_side).status_code == 404
    undo = reverse("cases:merge_undo", args=[case.pk, merged.pk])
    assert client.post(undo).status_code == 303
    response = client.post(undo)
    assert response.status_code == 422
    assert "nicht mehr rückgängig" in response.content.decode()
