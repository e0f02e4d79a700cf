"""The way by the interface: what is sent stands there, and of others what is open."""

from typing import Any

import pytest

from agencies.models import Agency, Membership
from cases.models import Case
from tests.cases.api.calls import Api, entries, of, problems, said
from tests.factories import break_point, step

STEP = {
    "to_station": {"kind": "jobcentre"},
    "what": "Antrag",
    "life_area": "work",
    "on": "2025-03",
    "days": 34,
}


def test_a_step_is_stored_as_it_was_sent(case: Case, lead: Membership, jobcentre: Agency) -> None:
    sent = {**STEP, "from_station": {"words": "Familiengericht"}, "to_station": {"agency": str(jobcentre.pk)}}
    shown = said(Api(lead).post(of(case, "steps/"), sent))
    assert (shown["on"], shown["days"], shown["shared"]) == ("2025-03", 34, False)
    assert shown["from_station"] == {"name": "Familiengericht", "kind": "other", "agency": None}
    assert shown["to_station"] == {
        "name": jobcentre.short_name,
        "kind": "jobcentre",
        "agency": str(jobcentre.pk),
    }
    assert entries() == [("created", "JourneyStep")]


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"to_station": {}}, "to_station"),
        ({"to_station": {"kind": "jobcentre", "words": "x"}}, "to_station"),
        ({"to_station": {"kind": "other"}}, "to_station"),
        ({"to_station": {"words": "x" * 121}}, "to_station"),
        ({"on": "2099-01"}, "on"),
        ({"on": "März"}, "on"),
        ({"days": 3651}, "days"),
        ({"what": "x" * 501}, "what"),
        ({"weather": "x"}, "weather"),
    ],
)
def test_nonsense_is_refused_at_its_field(
    case: Case, lead: Membership, differing: dict[str, Any], wrong: str
) -> None:
    assert set(problems(Api(lead).post(of(case, "steps/"), {**STEP, **differing}))) == {wrong}


def test_a_break_point_names_its_step_only_where_that_is_open(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    break_point(shared_case, by=lead, shared=True, step=step(shared_case, by=lead))
    shown = [said(Api(who).get(of(shared_case, "break-points/")))[0]["step"] for who in (lead, partner)]
    assert [bool(each) for each in shown] == [True, False]


def test_the_time_line_comes_page_by_page(case: Case, lead: Membership) -> None:
    for _ in range(30):
        step(case, by=lead)
    api = Api(lead)
    first = said(api.get(of(case, "timeline/") + "?kind=step"))
    second = said(api.get(first["older"].removeprefix("/api/v1/")))
    ids = [each["id"] for page in (first, second) for each in page["results"]]
    assert (first["count"], len(ids), len(set(ids))) == (30, 30, 30)
    assert second["older"] is None
