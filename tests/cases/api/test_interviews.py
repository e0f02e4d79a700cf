"""Interviews: recording one, and what of it is open to whom."""

from datetime import timedelta
from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case, Interview
from core.today import today
from tests.cases.api.calls import Api, entries, of, problems, said
from tests.factories import working_as

BODY = {
    "held_on": "2026-01-05",
    "language": "Tigrinya",
    "mediator": "Frau Habte",
    "consent": "written",
    "statements": [
        {"question": "problems", "text": "Zu viele Wege"},
        {"question": "success", "text": "Arbeit"},
    ],
    "answers": [
        {"life_area": "work", "situation": "sucht\r\nArbeit", "rating": 2, "shared": True},
        {"life_area": "residence", "wishes": "bleiben"},
    ],
}


def test_it_is_stored_as_it_was_said(shared_case: Case, lead: Membership) -> None:
    response = Api(lead).post(of(shared_case, "interviews/"), BODY)
    assert response.status_code == 201, response.content
    shown = said(response)
    assert {name: shown[name] for name in ("held_on", "language", "mediator", "consent")} == {
        name: BODY[name] for name in ("held_on", "language", "mediator", "consent")
    }
    assert [each["question"] for each in shown["statements"]] == ["success", "problems"]
    assert [each["life_area"] for each in shown["answers"]] == ["residence", "work"]
    assert shown["answers"][1]["situation"] == "sucht\nArbeit"
    assert [each["shared"] for each in shown["answers"]] == [False, True]
    assert (shown["author"], shown["agency"]["id"]) == (lead.user.name, str(lead.agency_id))
    assert entries() == [("created", "Interview")]


def test_of_anothers_only_the_open_answers_are_shown(
    shared_case: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    recorded = said(Api(lead).post(of(shared_case, "interviews/"), BODY))
    (row,) = said(Api(partner).get(of(shared_case, "interviews/")))
    one = said(Api(partner).get(of(shared_case, f"interviews/{recorded['id']}/")))
    assert row == one
    assert [each["life_area"] for each in one["answers"]] == ["work"]
    assert {one[name] for name in ("language", "mediator", "consent", "statements")} == {None}
    assert said(Api(reader).get(of(shared_case, "interviews/"))) == []


def test_reading_one_leaves_one_entry_about_it(
    shared_case: Case, leads_interview: Interview, partner: Membership
) -> None:
    api = Api(partner)
    api.get(of(shared_case, "interviews/"))
    api.get(of(shared_case, f"interviews/{leads_interview.pk}/"))
    assert entries() == [("viewed", "Case"), ("viewed", "Interview")]


def test_who_contributes_records_for_her_own_agency(
    shared_case: Case, partner: Membership, lead: Membership
) -> None:
    shown = said(Api(partner).post(of(shared_case, "interviews/"), BODY))
    assert shown["agency"]["id"] == str(partner.agency_id)
    assert said(Api(lead).get(of(shared_case, f"interviews/{shown['id']}/")))["mediator"] is None


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"held_on": str(today() + timedelta(days=2))}, {"held_on"}),
        ({"held_on": None}, {"held_on"}),
        ({"consent": "none"}, {"consent"}),
        ({"consent": ""}, {"consent"}),
        ({"language": "x" * 61}, {"language"}),
        ({"statements": [{"question": "success", "text": ""}]}, {"statements"}),
        ({"statements": [{"question": "success", "text": "x" * 10_001}]}, {"statements"}),
        ({"statements": [{"question": "success", "text": "A"}] * 2}, {"statements"}),
        ({"statements": None}, {"statements"}),
        ({"answers": [{"life_area": "work", "rating": 6}]}, {"answers"}),
        ({"answers": [{"life_area": "work", "rating": 2.5}]}, {"answers"}),
        ({"answers": [{"life_area": "work", "situation": "A\x00"}]}, {"answers"}),
        ({"answers": [{"life_area": "work", "situation": "x" * 10_001}]}, {"answers"}),
        ({"answers": [{"life_area": "work", "shared": True}]}, {"answers"}),
        ({"answers": [{"life_area": "work", "situation": "A", "agency": "x"}]}, {"answers"}),
        ({"answers": [{"life_area": ["work"], "situation": "A"}]}, {"answers"}),
        ({"case": "x", "created_at": "x"}, {"case", "created_at"}),
    ],
)
def test_nonsense_is_refused_at_its_field(
    differing: dict[str, Any], wrong: set[str], case: Case, lead: Membership
) -> None:
    assert set(problems(Api(lead).post(of(case, "interviews/"), {**BODY, **differing}))) == wrong
    with working_as(lead):
        assert not Interview.objects.exists()


def test_what_is_only_answered_may_come_back_and_changes_nothing(
    shared_case: Case, lead: Membership, partner: Membership, leads_interview: Interview
) -> None:
    answered = {
        "id": str(leads_interview.pk),
        "agency": {"id": str(partner.agency_id)},
        "author": "Paul Partner",
    }
    shown = said(Api(lead).post(of(shared_case, "interviews/"), {**BODY, **answered}))
    assert shown["id"] != answered["id"]
    assert (shown["author"], shown["agency"]["id"]) == (lead.user.name, str(lead.agency_id))


def test_an_interview_without_a_word_is_none(case: Case, lead: Membership) -> None:
    response = Api(lead).post(of(case, "interviews/"), {"held_on": "2026-01-05", "consent": "oral"})
    assert problems(response) == {}


def test_ten_thousand_characters_fit(case: Case, lead: Membership) -> None:
    long = [{"question": "success", "text": "ü" * 10_000}]
    assert Api(lead).post(of(case, "interviews/"), {**BODY, "statements": long}).status_code == 201
