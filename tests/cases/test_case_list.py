"""The list of cases: each visible case once, the latest activity first, at the price of an index range."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoAssertNumQueries

from agencies.models import Membership
from cases import case_list
from cases.actions.change_phase import change_phase
from cases.actions.name_contact import name_contact
from cases.case_list import CaseFilter, capped_count, page_of_cases
from cases.models import Case
from cases.models.residence_table import Title
from cases.models.vocabulary import Phase, TargetGroup
from core.keyset import Position
from tests.factories import make_membership, take_up, working_as

EVERYTHING = CaseFilter()
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def seven_cases(lead: Membership, monkeypatch: pytest.MonkeyPatch) -> list[Case]:
    """Seven cases, two of which were last worked on in the same moment; three fill a page."""
    monkeypatch.setattr(case_list, "PAGE_SIZE", 3)
    cases = [take_up(lead) for _ in range(7)]
    with working_as(lead):
        for hours, case in zip([5, 1, 3, 3, 9, 2, 8], cases, strict=True):
            Case.objects.filter(pk=case.pk).update(last_activity=NOON - timedelta(hours=hours))
        return list(Case.objects.order_by("-last_activity", "-pk"))


def rows(membership: Membership, narrowed_to: CaseFilter = EVERYTHING) -> list[Case]:
    """The cases on all pages."""
    found: list[Case] = []
    token = ""
    with working_as(membership):
        while True:
            page = page_of_cases(membership, narrowed_to, position=Position.from_token(token))
            found += page.rows
            token = page.older
            if not token:
                return found


def test_pages_show_each_case_once_in_order(seven_cases: list[Case], lead: Membership) -> None:
    assert rows(lead) == seven_cases


def test_the_first_page_leads_to_older_cases_only(seven_cases: list[Case], lead: Membership) -> None:
    with working_as(lead):
        page = page_of_cases(lead)
    assert (len(page.rows), page.newer, bool(page.older)) == (3, "", True)


def test_what_happens_meanwhile_moves_a_case_to_the_top_and_doubles_none(
    seven_cases: list[Case], lead: Membership
) -> None:
    with working_as(lead):
        first = page_of_cases(lead)
        change_phase(seven_cases[-1], to=Phase.PLANNING, by=lead, reason="weiter")
        second = page_of_cases(lead, position=Position.from_token(first.older))
    assert second.rows == seven_cases[3:6]


def test_a_page_costs_the_same_whatever_is_on_it(
    seven_cases: list[Case],
    lead: Membership,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with working_as(lead):
        token = page_of_cases(lead).older
        for position in (None, Position.from_token(token)):
            with django_assert_num_queries(2):
                for case in page_of_cases(lead, position=position).rows:
                    assert case.migrant.name
                    assert case.lead_agency.name
        with django_assert_num_queries(1):
            assert capped_count(lead) == 7


def test_narrowed_to_phase_and_target_group(seven_cases: list[Case], lead: Membership) -> None:
    tolerated = take_up(lead, residence={"title": Title.TOLERATION})
    with working_as(lead):
        change_phase(tolerated, to=Phase.PLANNING, by=lead, reason="weiter")
        change_phase(seven_cases[0], to=Phase.PLANNING, by=lead, reason="weiter")
    assert set(rows(lead, CaseFilter(phase=Phase.PLANNING))) == {tolerated, seven_cases[0]}
    assert rows(lead, CaseFilter(target_group=TargetGroup.TOLERATED)) == [tolerated]
    assert rows(lead, CaseFilter(Phase.PLANNING, TargetGroup.UNDETERMINED)) == [seven_cases[0]]
    assert rows(lead, CaseFilter(phase=Phase.CLOSED)) == []


def test_narrowed_to_hers(seven_cases: list[Case], lead: Membership) -> None:
    colleague = make_membership(lead.agency)
    with working_as(lead):
        name_contact(seven_cases[2], responsible=colleague, telephone="", file_number="", by=lead)
    assert rows(colleague, CaseFilter(mine=True)) == [seven_cases[2]]
    assert seven_cases[2] not in rows(lead, CaseFilter(mine=True))


def test_the_count_says_more_than_its_cap_and_no_number(
    seven_cases: list[Case], lead: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    for cap, shown in [(5, 6), (6, 7), (7, 7), (8, 7)]:
        monkeypatch.setattr(case_list, "COUNT_CAP", cap)
        with working_as(lead):
            assert capped_count(lead) == shown


@pytest.mark.parametrize("who", ["uninvolved", "moderator", "access_administrator", "ended", "inactive"])
def test_whoever_sees_no_case_has_an_empty_list(
    who: str, seven_cases: list[Case], request: pytest.FixtureRequest
) -> None:
    membership = request.getfixturevalue(who)
    with working_as(membership):
        assert (page_of_cases(membership).rows, capped_count(membership)) == ([], 0)


def test_nobody_acting_has_an_empty_list(seven_cases: list[Case], lead: Membership) -> None:
    with working_as(lead):
        assert (page_of_cases(None).rows, capped_count(None)) == ([], 0)


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59.999999+00:00"])
@pytest.mark.parametrize("backwards", ["true", "false"])
def test_a_position_at_the_end_of_time_is_no_error(
    at: str, backwards: str, seven_cases: list[Case], lead: Membership
) -> None:
    position = Position(datetime.fromisoformat(at), UUID(int=0), backwards == "true")
    with working_as(lead):
        page_of_cases(lead, position=Position.from_token(position.token()))
