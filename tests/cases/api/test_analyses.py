"""Case analyses: writing, rewriting, and what of them is open to whom."""

from typing import Any

import pytest

from agencies.models import Membership
from cases.models import AnalysisRow, AnalysisText, Case, CaseAnalysis, Interview
from tests.cases.api.calls import Api, entries, of, problems, said
from tests.factories import working_as

BODY = {
    "as_of": "2026-01-05",
    "title": "Führerschein",
    "texts": [{"kind": "goals", "text": "Arbeit"}, {"kind": "occasion", "text": "Umzug"}],
    "rows": [
        {"life_area": "work", "need": "Führerschein", "deadline": "2026-12-31", "shared": True},
        {"life_area": "residence", "situation": "geduldet", "agencies": "Ausländerbehörde"},
    ],
}

REWRITTEN = {**BODY, "version": 1, "title": "Neu"}


@pytest.fixture
def written(shared_case: Case, lead: Membership) -> dict[str, Any]:
    """The lead's analysis as the answer shows it."""
    response = Api(lead).post(of(shared_case, "analyses/"), BODY)
    assert response.status_code == 201, response.content
    answer: dict[str, Any] = said(response)
    return answer


def test_it_is_stored_as_it_was_written(written: dict[str, Any], lead: Membership) -> None:
    assert (written["as_of"], written["title"], written["interviews"]) == ("2026-01-05", "Führerschein", [])
    assert [each["kind"] for each in written["texts"]] == ["occasion", "goals"]
    assert [each["life_area"] for each in written["rows"]] == ["residence", "work"]
    assert (written["rows"][1]["deadline"], written["rows"][1]["shared"]) == ("2026-12-31", True)
    assert (written["author"], written["agency"]["id"]) == (lead.user.name, str(lead.agency_id))
    assert entries() == [("created", "CaseAnalysis")]


def test_of_anothers_only_the_open_rows_are_shown(
    written: dict[str, Any], shared_case: Case, partner: Membership, reader: Membership
) -> None:
    (row,) = said(Api(partner).get(of(shared_case, "analyses/")))
    one = said(Api(partner).get(of(shared_case, f"analyses/{written['id']}/")))
    assert row == one
    assert [each["life_area"] for each in one["rows"]] == ["work"]
    assert {one[name] for name in ("title", "texts", "interviews", "proposal", "version", "changed_at")} == {
        None
    }
    assert said(Api(reader).get(of(shared_case, "analyses/"))) == []


def test_what_was_answered_can_be_sent_back(
    written: dict[str, Any], shared_case: Case, lead: Membership
) -> None:
    address = of(shared_case, f"analyses/{written['id']}/")
    again = said(Api(lead).put(address, {**written, "title": "Neu"}))
    assert {**again, "changed_at": None} == {**written, "changed_at": None, "title": "Neu", "version": 2}
    assert again["changed_at"] > written["changed_at"]


def test_rewriting_replaces_the_whole_text(
    written: dict[str, Any], shared_case: Case, lead: Membership
) -> None:
    address = of(shared_case, f"analyses/{written['id']}/")
    body = {
        "version": 1,
        "as_of": "2026-01-06",
        "title": "Kurz",
        "rows": [{"life_area": "work", "need": "nichts"}],
    }
    shown = said(Api(lead).put(address, body))
    assert shown["texts"] == []
    assert [(each["life_area"], each["shared"]) for each in shown["rows"]] == [("work", False)]
    assert entries()[-1] == ("changed", "CaseAnalysis")


def test_a_colleague_may_rewrite_it(
    written: dict[str, Any], shared_case: Case, team_lead: Membership
) -> None:
    assert Api(team_lead).put(of(shared_case, f"analyses/{written['id']}/"), REWRITTEN).status_code == 200


def test_another_agency_may_not_rewrite_what_it_may_read(
    written: dict[str, Any], shared_case: Case, partner: Membership, lead: Membership
) -> None:
    for body in (BODY, {}, {"nonsense": 1}):
        assert Api(partner).put(of(shared_case, f"analyses/{written['id']}/"), body).status_code == 403
    with working_as(lead):
        assert AnalysisText.objects.count() == 2
        assert AnalysisRow.objects.count() == 2


def test_it_names_the_interview_it_was_made_from(
    shared_case: Case, lead: Membership, leads_interview: Interview, partner: Membership
) -> None:
    body = {**BODY, "interviews": [str(leads_interview.pk)]}
    shown = said(Api(lead).post(of(shared_case, "analyses/"), body))
    assert shown["interviews"] == [str(leads_interview.pk)]
    assert said(Api(partner).get(of(shared_case, f"analyses/{shown['id']}/")))["interviews"] is None


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"as_of": "2999-01-01"}, {"as_of"}),
        ({"title": ""}, {"title"}),
        ({"title": "x" * 161}, {"title"}),
        ({"texts": [{"kind": "x", "text": "A"}]}, {"texts"}),
        ({"texts": [{"kind": "goals", "text": "x" * 10_001}]}, {"texts"}),
        ({"texts": [{"kind": "goals", "text": "A"}] * 2}, {"texts"}),
        ({"rows": [{"life_area": "work"}]}, {"rows"}),
        ({"rows": [{"life_area": "work", "need": "A\x00"}]}, {"rows"}),
        ({"rows": [{"life_area": "work", "deadline": "soon"}]}, {"rows"}),
        ({"rows": [{"life_area": "work", "agencies": "x" * 301}]}, {"rows"}),
        ({"rows": [{"life_area": "work", "need": "A"}] * 2}, {"rows"}),
        ({"rows": [{"life_area": "work", "need": "A", "case": "x"}]}, {"rows"}),
        ({"author_id": "x", "case": "x"}, {"author_id", "case"}),
    ],
)
def test_nonsense_is_refused_at_its_field(
    differing: dict[str, Any], wrong: set[str], shared_case: Case, lead: Membership, written: dict[str, Any]
) -> None:
    api = Api(lead)
    for response in (
        api.post(of(shared_case, "analyses/"), {**BODY, **differing}),
        api.put(of(shared_case, f"analyses/{written['id']}/"), {**REWRITTEN, **differing}),
    ):
        assert set(problems(response)) == wrong
    with working_as(lead):
        assert CaseAnalysis.objects.count() == 1
    assert said(api.get(of(shared_case, f"analyses/{written['id']}/"))) == written


def test_an_analysis_without_a_word_is_none(case: Case, lead: Membership) -> None:
    assert problems(Api(lead).post(of(case, "analyses/"), {"as_of": "2026-01-05", "title": "A"})) == {}


def test_a_row_that_is_no_longer_shared_is_gone_at_once(
    written: dict[str, Any], shared_case: Case, lead: Membership, partner: Membership
) -> None:
    address = of(shared_case, f"analyses/{written['id']}/")
    assert Api(partner).get(address).status_code == 200
    Api(lead).put(address, {**REWRITTEN, "rows": [{"life_area": "work", "need": "Führerschein"}]})
    assert Api(partner).get(address).status_code == 404


def test_a_version_that_somebody_has_changed_since_is_not_replaced(
    written: dict[str, Any], shared_case: Case, lead: Membership
) -> None:
    address = of(shared_case, f"analyses/{written['id']}/")
    assert Api(lead).put(address, REWRITTEN).status_code == 200
    second = Api(lead).put(address, {**REWRITTEN, "title": "Von mir"})
    assert second.status_code == 409
    assert said(Api(lead).get(address))["title"] == "Neu"
    assert problems(Api(lead).put(address, {**BODY})).keys() == {"version"}
