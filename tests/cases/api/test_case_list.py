"""The list of cases: pages, filters, count, its one entry in the trail, its number of queries."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agencies.models import Agency, Membership
from audit.models import Entry
from cases import case_list
from cases.actions.change_phase import change_phase
from cases.models import Case
from tests.cases.api.calls import Api, problems, said, statements
from tests.factories import bring_in, take_up, working_as

QUERIES_AT_MOST = 12


def _ids(page: dict[str, Any]) -> list[str]:
    return [row["id"] for row in page["results"]]


def test_a_row_says_who_it_is_about(lead: Membership, case: Case) -> None:
    page = said(Api(lead).get("cases/"))
    (row,) = page["results"]
    assert row["number"] == case.number
    assert row["migrant"] == {"given_names": "Yonas", "family_name": "Tesfay", "birth": "1994-05"}
    assert (row["phase"], row["target_group"]) == ("clarification", "tolerated")
    assert row["lead_agency"]["id"] == str(case.lead_agency_id)
    assert (page["count"], page["more_than_counted"]) == (1, False)


def test_a_page_leads_to_the_next_and_back(lead: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_list, "PAGE_SIZE", 2)
    cases = [str(take_up(lead).pk) for _ in range(5)]
    api = Api(lead)
    first = said(api.get("cases/", {"phase": "clarification"}))
    second = said(api.get(first["older"]))
    third = said(api.get(second["older"]))
    assert _ids(first) + _ids(second) + _ids(third) == cases[::-1]
    assert first["newer"] is None
    assert third["older"] is None
    assert "phase=clarification" in second["older"]
    assert _ids(said(api.get(third["newer"]))) == _ids(second)
    assert _ids(said(api.get(second["newer"]))) == _ids(first)


def test_the_oldest_may_come_first(lead: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(case_list, "PAGE_SIZE", 2)
    cases = [str(take_up(lead).pk) for _ in range(3)]
    api = Api(lead)
    first = said(api.get("cases/", {"order": "oldest"}))
    second = said(api.get(first["newer"]))
    assert _ids(first) + _ids(second) == cases
    assert (first["older"], second["newer"]) == (None, None)
    assert _ids(said(api.get(second["older"]))) == _ids(first)


def test_it_is_narrowed_by_phase_target_group_and_mine(
    lead: Membership, team_lead: Membership, case: Case
) -> None:
    theirs = take_up(team_lead)
    with working_as(lead):
        change_phase(case, to="planning", by=lead, reason="weiter")
    api = Api(lead)
    for query, found in {
        ("phase", "planning"): [case],
        ("phase", "closed"): [],
        ("target_group", "tolerated"): [case],
        ("target_group", "undetermined"): [theirs],
        ("mine", "true"): [case],
    }.items():
        page = said(api.get("cases/", dict([query])))
        assert _ids(page) == [str(each.pk) for each in found], query
        assert page["count"] == len(found)


def test_the_count_ends_at_its_cap(lead: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("cases.case_list", "cases.api.views.cases"):
        monkeypatch.setattr(f"{module}.COUNT_CAP", 2)
    for _ in range(3):
        take_up(lead)
    page = said(Api(lead).get("cases/"))
    assert (page["count"], page["more_than_counted"], len(page["results"])) == (2, True, 3)


@pytest.mark.parametrize(
    "query",
    [
        {"phase": "nonsense"},
        {"target_group": "\x00"},
        {"mine": "perhaps"},
        {"position": "nonsense"},
        {"position": "bnVsbA"},
        {"position": "W" * 300},
        {"order": "migrant__family_name"},
        {"order_by": "migrant__family_name"},
        {"format": "csv"},
    ],
)
def test_what_it_does_not_know_it_refuses(query: dict[str, str], lead: Membership) -> None:
    assert set(problems(Api(lead).get("cases/", query))) == set(query)


def test_it_leaves_one_entry_with_the_cases_shown(
    lead: Membership, case: Case, uninvolved: Membership
) -> None:
    take_up(uninvolved)
    Api(lead).get("cases/")
    entry = Entry.objects.get(channel="api")
    assert (entry.verb, entry.listed, entry.agency_id) == ("listed", [case.pk], lead.agency_id)


def test_nothing_of_it_changes_when_a_foreign_case_is_added(
    lead: Membership, case: Case, uninvolved: Membership
) -> None:
    api = Api(lead)
    before = said(api.get("cases/"))
    take_up(uninvolved)
    assert said(api.get("cases/")) == before


def test_its_queries_do_not_grow_with_the_cases(lead: Membership, case: Case, settings: Any) -> None:
    # In operation a second factor is asked for as well.
    settings.DEMO = False
    Authenticator.objects.create(user=lead.user, type=Authenticator.Type.TOTP, data={})
    api = Api(lead)
    with CaptureQueriesContext(connection) as few:
        assert api.get("cases/").status_code == 200
    for _ in range(10):
        take_up(lead)
    with CaptureQueriesContext(connection) as many:
        assert len(said(api.get("cases/"))["results"]) == 11
    assert len(statements(many)) == len(statements(few)) <= QUERIES_AT_MOST


def test_it_holds_the_cases_of_the_acting_agency_alone(
    in_two_agencies: tuple[Membership, Membership], shared_case: Case, youth_office: Agency, lead: Membership
) -> None:
    at_jobcentre, at_youth_office = in_two_agencies
    other = take_up(lead)
    bring_in(other, youth_office, by=lead)
    assert _ids(said(Api(at_jobcentre).get("cases/"))) == [str(shared_case.pk)]
    assert _ids(said(Api(at_youth_office).get("cases/"))) == [str(other.pk)]
