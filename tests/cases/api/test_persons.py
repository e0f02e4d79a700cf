"""The person, her residence titles and her relatives by the interface."""

from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case
from tests.cases.api.calls import Api, entries, of, problems, said
from tests.factories import take_up

pytestmark = pytest.mark.django_db


def test_what_is_not_named_stays(case: Case, lead: Membership) -> None:
    api = Api(lead)
    shown = said(api.put(of(case, "person/"), {"aliases": ["يوناس"], "nationalities": ["ER", "XXA"]}))
    assert (shown["family_name"], shown["birth"]) == ("Tesfay", "1994-05")
    assert (shown["aliases"], shown["nationalities"]) == (["يوناس"], ["ER", "XXA"])
    assert entries()[-1] == ("changed", "Case")


@pytest.mark.parametrize(
    ("address", "sent", "wrong"),
    [
        ("person/", {"birth": "2999"}, {"birth"}),
        ("person/", {"nationalities": ["DDR"]}, {"nationalities"}),
        ("person/", {"nationalities": ["ER"] * 11}, {"nationalities"}),
        ("person/", {"family_name": ""}, {"family_name"}),
        ("person/", {"target_group_override": "tolerated"}, {"target_group_override"}),
        ("person/whereabouts/", {"municipality": "Bielefeld"}, {"municipality"}),
        ("person/whereabouts/", {"email": "kein Postfach"}, {"email"}),
        ("person/block/", {"blocked": True, "until": "2020-01-01"}, {"until"}),
        ("person/block/", {"blocked": False, "until": "2099-01-01"}, {"until"}),
        ("person/target-group/", {"group": "tolerated"}, {"reason"}),
    ],
)
def test_nonsense_is_refused_at_its_field(
    address: str, sent: dict[str, Any], wrong: set[str], case: Case, lead: Membership
) -> None:
    assert set(problems(Api(lead).put(of(case, address), sent))) == wrong


def test_a_title_is_recorded_corrected_and_removed(case: Case, lead: Membership) -> None:
    api = Api(lead)
    sent = {
        "title": "visa",
        "starts_on": "2020-01-01",
        "effective_until": "2020-02-01",
        "conditions": "keine",
    }
    made = said(api.post(of(case, "residence/"), sent))
    address = of(case, f"residence/{made['id']}/")
    corrected = said(api.put(address, {"title": "visa", "effective_until": "2020-03-01"}))
    assert (corrected["starts_on"], corrected["conditions"]) == (None, "")
    left = said(api.post(address + "removal/", {"mistake": "twice"}))
    assert [each["title"] for each in left] == ["toleration"]


def test_relatives_are_told_from_either_side(case: Case, lead: Membership) -> None:
    other = take_up(lead, family_name="Tesfay", given_names="Almaz")
    api = Api(lead)
    made = said(api.post(of(case, "family/"), {"kind": "parent", "case": str(other.pk)}))
    assert (made["kind"], made["case_number"]) == ("parent", other.number)
    (seen,) = said(api.get(of(other, "family/")))
    assert (seen["kind"], seen["case_number"]) == ("child", case.number)
    assert set(problems(api.post(of(case, "family/"), {"kind": "parent"}))) == {"name"}
