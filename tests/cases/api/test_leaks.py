"""Planted words: each agency finds in all its answers exactly those that are open to it."""

import re
from typing import Any

import pytest

from agencies.models import Membership
from cases.models import Case, LegalBasis, Participation
from cases.models.vocabulary import LifeArea
from core.today import today
from tests.cases.api.calls import Api, of, said
from tests.factories import working_as

SHARED = {"residence", "work", "health", "mobility"}
OPEN_TO_PARTNER = {"work", "finances"}
OPEN_TO_READER = {"residence"}


@pytest.fixture
def planted(shared_case: Case, lead: Membership) -> set[str]:
    """An interview and an analysis of the lead with a word of its own in every text, shared in some areas."""
    api = Api(lead)
    answers = _entries("answer", ("situation", "wishes", "agencies_involved"))
    rows = _entries("row", ("situation", "resources", "need", "agencies", "deadline_note"))
    recorded = api.post(of(shared_case, "interviews/"), {**_interview(), "answers": answers})
    analysis = {**_analysis(), "interviews": [said(recorded)["id"]], "rows": rows}
    assert api.post(of(shared_case, "analyses/"), analysis).status_code == 201
    words = _words(str([answers, rows, _interview(), _analysis()]))
    assert len(words) == len(LifeArea) * 8 + 9
    return words


def test_the_writer_finds_all_of_it(shared_case: Case, planted: set[str], lead: Membership) -> None:
    assert _found_by(lead, shared_case) == planted


def test_the_others_find_what_is_shared_in_their_areas(
    shared_case: Case, planted: set[str], partner: Membership, reader: Membership, uninvolved: Membership
) -> None:
    assert _found_by(partner, shared_case) == _open(planted, OPEN_TO_PARTNER)
    assert _found_by(reader, shared_case) == _open(planted, OPEN_TO_READER)
    assert _found_by(uninvolved, shared_case) == set()


def test_nothing_is_left_when_the_basis_is_no_law_any_more(
    shared_case: Case, planted: set[str], basis: LegalBasis, partner: Membership
) -> None:
    basis.valid_until = today()
    basis.save(update_fields=["valid_until"])
    assert _found_by(partner, shared_case) == set()


def test_nothing_is_left_when_the_participation_is_over(
    shared_case: Case,
    planted: set[str],
    lead: Membership,
    partner: Membership,
    jobcentre_in_case: Participation,
) -> None:
    with working_as(lead):
        jobcentre_in_case.ends_on = today()
        jobcentre_in_case.save(update_fields=["ends_on"])
    assert _found_by(partner, shared_case) == set()


def test_an_error_repeats_nothing_of_others(
    shared_case: Case, planted: set[str], partner: Membership
) -> None:
    api = Api(partner)
    (analysis,) = said(api.get(of(shared_case, "analyses/")))
    for response in (
        api.put(of(shared_case, f"analyses/{analysis['id']}/"), {}),
        api.post(of(shared_case, "analyses/"), {"interviews": [analysis["id"]]}),
        api.post(of(shared_case, "participations/"), {}),
    ):
        assert _words(response.content.decode()) == set()


def _found_by(membership: Membership, case: Case) -> set[str]:
    """Every planted word in every answer that the interface gives her about the case, and behind each id in it."""
    api = Api(membership)
    text = ""
    for rest in ("", "participations/", "phases/"):
        text += api.get(of(case, rest)).content.decode()
    for kind in ("interviews/", "analyses/"):
        rows: Any = said(api.get(of(case, kind)))
        for row in rows if isinstance(rows, list) else []:
            text += str(row) + api.get(of(case, f"{kind}{row['id']}/")).content.decode()
    return _words(text + api.get("cases/").content.decode())


def _open(planted: set[str], areas: set[str]) -> set[str]:
    found = {word for word in planted if word.count("-") == 3 and word.split("-")[2] in areas & SHARED}
    assert found
    return found


def _entries(part: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    return [
        {
            "life_area": area,
            "shared": area in SHARED,
            **{name: f"KANARI-{part}-{area}-{name}" for name in names},
        }
        for area in LifeArea.values
    ]


def _words(text: str) -> set[str]:
    return set(re.findall(r"KANARI-[a-z_-]+", text))


def _interview() -> dict[str, Any]:
    questions = ("success", "cooperation", "problems")
    return {
        "held_on": "2026-01-05",
        "consent": "oral",
        "language": "KANARI-language",
        "language_as_typed": True,
        "mediator": "KANARI-mediator",
        "statements": [{"question": each, "text": f"KANARI-statement-{each}"} for each in questions],
    }


def _analysis() -> dict[str, Any]:
    kinds = ("occasion", "own_words", "goals")
    return {
        "as_of": "2026-01-05",
        "title": "KANARI-title",
        "texts": [{"kind": each, "text": f"KANARI-section-{each}"} for each in kinds],
    }
