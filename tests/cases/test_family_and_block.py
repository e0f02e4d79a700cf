"""What stands on a family link must not tell where somebody is whose whereabouts are kept in a record."""

from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case
from tests.factories import client_for, take_up

pytestmark = pytest.mark.django_db
JSON: dict[str, Any] = {"content_type": "application/json"}


def test_the_place_of_a_relative_with_a_record_is_not_kept_by_the_interface(
    case: Case, lead: Membership
) -> None:
    relative = take_up(lead)
    client, address = client_for(lead), f"/api/v1/cases/{case.pk}/family/"
    about = {"kind": "partner", "place": "Verborgenhausen", "birth": "1990", "note": "getrennt"}
    recorded = client.post(address, {**about, "case": str(relative.pk)}, **JSON).json()
    corrected = client.put(f"{address}{recorded['id']}/", {**about, "name": ""}, **JSON).json()
    for answer in (recorded, corrected):
        assert (answer["place"], answer["birth"], answer["note"]) == ("", "", "getrennt")
