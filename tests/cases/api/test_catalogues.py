"""The catalogues by the interface: read by who acts, written by one, checked by another."""

from typing import Any

import pytest

from agencies.models import Membership
from cases.models import LegalBasis
from cases.models.vocabulary import LifeArea
from core.today import today
from tests.cases.api.calls import Api, entries, problems, said
from tests.cases.catalogue_texts import second_keeper, stored

WORDING = {"content": {"wording": "Was fehlt?", "position": 3}, "source": "Leitfaden"}


def sent(**differing: Any) -> dict[str, Any]:
    return {**WORDING, "valid_from": today().isoformat(), **differing}


def test_guide_and_languages_are_read(lead: Membership) -> None:
    guide = said(Api(lead).get("guide/"))
    assert [each["code"] for each in guide["questions"]] == ["success", "cooperation", "problems"]
    assert [each["life_area"] for each in guide["prompts"]] == LifeArea.values
    arabic = next(each for each in said(Api(lead).get("languages/")) if each["code"] == "ar")
    assert (arabic["name"], arabic["right_to_left"], arabic["checked_on"]) == ("Arabisch", True, None)
    assert entries() == []


def test_catalogues_are_counted(lead: Membership) -> None:
    found = {each["catalogue"]: each for each in said(Api(lead).get("catalogues/"))}
    assert found["prompts"]["total"] == found["prompts"]["unchecked"] == 12


def test_one_writes_another_checks(catalogue_administrator: Membership) -> None:
    writer, checker = Api(catalogue_administrator), Api(second_keeper(catalogue_administrator))
    before = stored("problems")
    written = writer.post(f"catalogues/lead-questions/{before.pk}/versions/", sent())
    assert written.status_code == 201, written.content
    text = said(written)
    assert (text["content"]["wording"], text["version"], text["checked_on"]) == ("Was fehlt?", 2, None)
    address = f"catalogues/lead-questions/{text['id']}/"
    assert writer.post(address + "check/", {"against": "Beschluss"}).status_code == 400
    assert said(checker.post(address + "check/", {"against": "Beschluss"}))["checked_against"] == "Beschluss"
    assert [each["version"] for each in said(checker.get(address))] == [2, 1]
    ended = said(writer.post(address + "end/", {"valid_until": today().isoformat()}))
    assert ended["valid_until"] == today().isoformat()
    assert entries() == [("changed", "LeadQuestion")] * 2 + [("ended", "LeadQuestion")]


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"content": {"wording": "", "position": 1}}, {"content"}),
        ({"content": {"wording": "x" * 201, "position": 1}}, {"content"}),
        ({"content": {"wording": "A\x00", "position": 1}}, {"content"}),
        ({"content": {"wording": "A", "position": "x"}}, {"content"}),
        ({"content": {"wording": "A", "position": 1, "version": 7}}, {"content"}),
        ({"content": "A"}, {"content"}),
        ({"source": ""}, {"source"}),
        ({"valid_from": "gestern"}, {"valid_from"}),
        ({"valid_from": "2020-01-01"}, {"valid_from"}),
        ({"checked_on": "2026-01-01"}, {"checked_on"}),
    ],
)
def test_nonsense_is_refused(
    differing: dict[str, Any], wrong: set[str], catalogue_administrator: Membership
) -> None:
    before = stored("problems")
    address = f"catalogues/lead-questions/{before.pk}/versions/"
    assert set(problems(Api(catalogue_administrator).post(address, sent(**differing)))) == wrong
    assert stored("problems") == before


def test_a_caseworker_reads_and_does_not_write(lead: Membership, basis: LegalBasis) -> None:
    api, address = Api(lead), f"catalogues/legal-bases/{basis.pk}/"
    assert api.get(address).status_code == 200
    for below in ("versions/", "check/", "end/"):
        assert api.post(address + below, {}).status_code == 403
    assert api.post("catalogues/legal-bases/", {}).status_code == 403
    assert api.get("catalogues/nonsense/").status_code == 404


def test_prompts_are_not_added(catalogue_administrator: Membership) -> None:
    answer = Api(catalogue_administrator).post("catalogues/prompts/", sent(content={"prompts": "A"}))
    assert answer.status_code == 403
