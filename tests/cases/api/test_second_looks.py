"""The second look and the versions over the interface."""

from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case
from tests.cases.api.calls import Api, entries, of, problems, said
from tests.cases.api.test_analyses import BODY, REWRITTEN


@pytest.fixture
def written(shared_case: Case, lead: Membership) -> dict[str, Any]:
    """The lead's analysis as the answer shows it."""
    answer: dict[str, Any] = said(Api(lead).post(of(shared_case, "analyses/"), BODY))
    return answer


def below(case: Case, written: dict[str, Any], rest: str) -> str:
    return of(case, f"analyses/{written['id']}/{rest}")


def ask(case: Case, written: dict[str, Any], *, by: Membership, colleague: Membership) -> Any:
    return Api(by).post(below(case, written, "second-look/requests/"), {"colleague": str(colleague.pk)})


def test_asking_and_answering(
    written: dict[str, Any], shared_case: Case, lead: Membership, team_lead: Membership
) -> None:
    asked = ask(shared_case, written, by=lead, colleague=team_lead)
    assert (asked.status_code, said(asked)["state"]) == (201, "asked")
    look = said(asked)["look"]
    assert (look["colleague"], look["asked_version"], look["done_at"]) == (team_lead.user.name, 1, None)
    to = below(shared_case, written, f"second-look/{look['id']}/answer/")
    body = {"version": 1, "verdict": "with_remarks", "remarks": "Seit wann?"}
    assert Api(lead).post(to, body).status_code == 403
    done = said(Api(team_lead).post(to, body))
    assert (done["state"], done["version"], done["look"]["remarks"]) == ("done", 1, "Seit wann?")
    assert said(Api(lead).get(below(shared_case, written, "second-look/"))) == done
    assert entries()[-3:] == [
        ("requested", "SecondLook"),
        ("changed", "SecondLook"),
        ("viewed", "CaseAnalysis"),
    ]


def test_an_answer_about_an_earlier_version_is_outdated(
    written: dict[str, Any], shared_case: Case, lead: Membership, team_lead: Membership
) -> None:
    look = said(ask(shared_case, written, by=lead, colleague=team_lead))["look"]
    Api(lead).put(below(shared_case, written, ""), REWRITTEN)
    to = below(shared_case, written, f"second-look/{look['id']}/answer/")
    assert Api(team_lead).post(to, {"version": 1, "verdict": "in_order"}).status_code == 409
    assert said(Api(lead).get(below(shared_case, written, "second-look/")))["state"] == "asked"


def test_nobody_is_asked_who_has_written_or_is_elsewhere(
    written: dict[str, Any], shared_case: Case, lead: Membership, partner: Membership
) -> None:
    for nobody in (lead, partner):
        assert problems(ask(shared_case, written, by=lead, colleague=nobody)).keys() == {"colleague"}


def test_waiving(written: dict[str, Any], shared_case: Case, lead: Membership) -> None:
    to = below(shared_case, written, "second-look/waivers/")
    assert problems(Api(lead).post(to, {"reason": ""})).keys() == {"reason"}
    waived = Api(lead).post(to, {"reason": "Es eilt"})
    assert (waived.status_code, said(waived)["state"]) == (201, "waived")
    Api(lead).put(below(shared_case, written, ""), REWRITTEN)
    assert said(Api(lead).get(below(shared_case, written, "second-look/")))["changed_since"]


def test_versions_and_going_back(written: dict[str, Any], shared_case: Case, lead: Membership) -> None:
    Api(lead).put(below(shared_case, written, ""), REWRITTEN)
    versions = said(Api(lead).get(below(shared_case, written, "versions/")))
    assert [(each["number"], each["content"]["title"]) for each in versions] == [
        (2, "Neu"),
        (1, "Führerschein"),
    ]
    first = versions[-1]["id"]
    restored = said(Api(lead).post(below(shared_case, written, f"versions/{first}/restoration/")))
    assert (restored["title"], restored["version"]) == ("Führerschein", 3)
    assert said(Api(lead).get(below(shared_case, written, "versions/")))[0]["restores"] == 1


def test_other_agencies_learn_nothing_of_either(
    written: dict[str, Any],
    shared_case: Case,
    lead: Membership,
    partner: Membership,
    uninvolved: Membership,
) -> None:
    for rest in ("versions/", "second-look/"):
        assert Api(partner).get(below(shared_case, written, rest)).status_code == 403
        assert Api(uninvolved).get(below(shared_case, written, rest)).status_code == 404
