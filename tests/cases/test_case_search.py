"""Finding a case by a number: among the visible ones, and a foreign file number is nobody's but its agency's."""

import pytest

from agencies.models import Membership
from cases.actions.name_contact import name_contact
from cases.case_search import find_cases
from cases.models import Case
from tests.factories import take_up, working_as


@pytest.fixture
def with_file_numbers(shared_case: Case, lead: Membership, partner: Membership) -> Case:
    """Each agency has its own file number for the case."""
    for by, number in [(lead, "KI 12/26"), (partner, "35702//0012345")]:
        with working_as(by):
            name_contact(shared_case, responsible=None, telephone="", file_number=number, by=by)
    return shared_case


def found(number: str, *, by: Membership) -> list[Case]:
    with working_as(by):
        return [hit.case for hit in find_cases(number, for_=by).hits]


def test_by_the_case_number_in_any_case_of_letters(shared_case: Case, partner: Membership) -> None:
    assert found(shared_case.number, by=partner) == [shared_case]
    assert found(f" {shared_case.number.lower()} ", by=partner) == [shared_case]


def test_by_the_own_file_number(with_file_numbers: Case, lead: Membership, partner: Membership) -> None:
    assert found("KI 12/26", by=lead) == [with_file_numbers]
    assert found("35702//0012345", by=partner) == [with_file_numbers]


def test_not_by_the_file_number_of_another_agency(
    with_file_numbers: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    assert found("35702//0012345", by=lead) == []
    assert found("KI 12/26", by=partner) == []
    assert found("KI 12/26", by=reader) == []


def test_a_file_number_used_twice_finds_both(with_file_numbers: Case, lead: Membership) -> None:
    other = take_up(lead)
    with working_as(lead):
        name_contact(other, responsible=None, telephone="", file_number="KI 12/26", by=lead)
    assert set(found("KI 12/26", by=lead)) == {with_file_numbers, other}


@pytest.mark.parametrize("who", ["uninvolved", "moderator", "access_administrator", "ended", "inactive"])
def test_what_is_not_visible_is_not_found(
    who: str, with_file_numbers: Case, request: pytest.FixtureRequest
) -> None:
    by = request.getfixturevalue(who)
    assert found(with_file_numbers.number, by=by) == []
    assert found("KI 12/26", by=by) == []


@pytest.mark.parametrize("number", ["", " ", "LIP-", "%", "LIP-2026-____", "KI 12", "'"])
def test_a_piece_of_a_number_finds_nothing(number: str, with_file_numbers: Case, lead: Membership) -> None:
    assert found(number, by=lead) == []
