"""Every access can be reached, page by page, and none twice."""

from agencies.models import Membership
from audit import trail
from cases.access_list import PAGE_SIZE, page_of_accesses
from cases.models import Case
from core.keyset import Position
from tests.factories import working_as


def test_pages_follow_each_other_and_lead_back(case: Case, lead: Membership) -> None:
    with working_as(lead):
        for _ in range(2 * PAGE_SIZE + 3):
            trail.record(trail.Verb.VIEWED, case)
        first = page_of_accesses(case)
        second = page_of_accesses(case, position=Position.from_token(first.older))
        third = page_of_accesses(case, position=Position.from_token(second.older))
        back = page_of_accesses(case, position=Position.from_token(third.newer))
    pages = [first, second, third]
    keys = [entry.pk for page in pages for entry in page.rows]
    assert [len(page.rows) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 4]
    assert len(set(keys)) == len(keys)
    assert [entry.pk for entry in back.rows] == [entry.pk for entry in second.rows]
    assert (first.newer, third.older) == ("", "")
