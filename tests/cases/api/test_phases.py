"""The way of a case through its phases."""

from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case
from tests.cases.api.calls import Api, entries, of, problems, said


def test_the_way_so_far_is_open_to_everybody_in_the_case(
    shared_case: Case, lead: Membership, reader: Membership
) -> None:
    response = Api(lead).post(of(shared_case, "phases/"), {"phase": "planning", "reason": "alles geklärt"})
    assert response.status_code == 201
    way = said(Api(reader).get(of(shared_case, "phases/")))
    assert [each["phase"] for each in way] == ["clarification", "planning"]
    assert way[1] == said(response)
    assert said(Api(lead).get(of(shared_case)))["phase"] == "planning"
    assert entries() == [("changed", "Case"), ("viewed", "Case"), ("viewed", "Case")]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"phase"}),
        ({"phase": "clarification"}, {"phase"}),
        ({"phase": ["planning"]}, {"phase"}),
        ({"phase": "planning", "reason": "x" * 301}, {"reason"}),
        ({"phase": "planning", "on": "2020-01-01"}, {"on"}),
        ({"phase": "planning", "by": "somebody else"}, {"by"}),
    ],
)
def test_nonsense_is_refused_at_its_field(
    body: dict[str, Any], wrong: set[str], case: Case, lead: Membership
) -> None:
    api = Api(lead)
    assert set(problems(api.post(of(case, "phases/"), body))) == wrong
    assert len(said(api.get(of(case, "phases/")))) == 1
