"""Searching, duplicates and merging by the interface: the same actions, the same sentences."""

from typing import Any

from agencies.models import Membership
from cases.models import Case
from tests.factories import client_for, take_up

JSON: dict[str, Any] = {"content_type": "application/json"}


def test_search_and_duplicates(case: Case, lead: Membership, uninvolved: Membership) -> None:
    for by, numbers in [(lead, [case.number]), (uninvolved, [])]:
        client = client_for(by)
        found = client.post("/api/v1/cases/search/", {"wanted": "Tesfai 1994"}, **JSON).json()
        assert [hit["case"]["number"] for hit in found["hits"]] == numbers
        asked = {"given_names": "Yonas", "family_name": "Tesfai"}
        found = client.post("/api/v1/cases/duplicates/", asked, **JSON).json()
        assert [hit["case"]["number"] for hit in found["hits"]] == numbers


def test_merging_and_undoing(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    twin = take_up(lead, given_names="Jonas", family_name="Tesfay")
    address = f"/api/v1/cases/{case.pk}/merges/"
    refused = client.post(address, {"other": str(twin.pk)}, **JSON)
    assert refused.status_code == 400
    assert "given_names" in refused.content.decode()
    merged = client.post(address, {"other": str(twin.pk), "chosen": {"given_names": "other"}}, **JSON)
    assert merged.status_code == 201
    assert [each["id"] for each in client.get(address).json()] == [merged.json()["id"]]
    undone = client.post(f"{address}{merged.json()['id']}/undo/", {}, **JSON)
    assert undone.status_code == 200
    assert undone.json()["undone_by"]
    assert client.post(f"{address}{merged.json()['id']}/undo/", {}, **JSON).status_code == 400
