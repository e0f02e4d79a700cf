"""A foreign id and one that nobody has ever used cannot be told apart, neither in an address nor in a body."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from agencies.models import Agency, Membership
from cases.models import Case, CaseAnalysis, Interview, LegalBasis, Participation
from core.today import today
from tests.cases.api.calls import Answer, Api, of, problems, said
from tests.factories import analysis, bring_in, interview, make_agency, make_basis, take_up

BELOW_A_CASE = ["participations/", "phases/", "interviews/", "analyses/"]
ADDRESSES = [("get", ""), *((method, rest) for method in ("get", "post") for rest in BELOW_A_CASE)]


@pytest.fixture
def foreign(uninvolved: Membership) -> Case:
    """A case of the youth office, which the lead has nothing to do with."""
    return take_up(uninvolved)


def _looks(response: Answer) -> tuple[int, dict[str, str], Any]:
    headers = {name: value for name, value in response.headers.items() if name != "Content-Length"}
    return response.status_code, headers, said(response)


@pytest.mark.parametrize(("method", "rest"), ADDRESSES)
def test_a_foreign_case_looks_like_none(method: str, rest: str, lead: Membership, foreign: Case) -> None:
    api = Api(lead)
    there, nowhere = (_looks(getattr(api, method)(f"cases/{key}/{rest}")) for key in (foreign.pk, uuid4()))
    assert there == nowhere
    assert there[0] == 404


def test_parts_of_a_foreign_case_look_like_none(
    lead: Membership, case: Case, foreign: Case, uninvolved: Membership
) -> None:
    written = analysis(foreign, by=uninvolved, shared=["work"])
    held = interview(foreign, by=uninvolved, shared=["work"])
    api = Api(lead)
    for kind, part in (("analyses", written), ("interviews", held)):
        answers = [
            _looks(api.get(f"cases/{in_case}/{kind}/{key}/"))
            for in_case in (foreign.pk, case.pk)
            for key in (part.pk, uuid4())
        ]
        assert all(answer == answers[0] for answer in answers)
        assert answers[0][0] == 404


def test_a_part_is_only_found_in_its_own_case(lead: Membership, case: Case) -> None:
    written = analysis(take_up(lead), by=lead, kept=["work"])
    api = Api(lead)
    assert api.get(of(case, f"analyses/{written.pk}/")).status_code == 404
    assert api.put(of(case, f"analyses/{written.pk}/"), {}).status_code == 404
    assert api.post(of(case, f"analyses/{written.pk}/pdfs/")).status_code == 404


def test_a_participation_of_another_case_cannot_be_ended(
    lead: Membership, case: Case, jobcentre: Agency, basis: LegalBasis
) -> None:
    elsewhere: Participation = bring_in(take_up(lead), jobcentre, by=lead)
    body = {"reason": "fertig"}
    api = Api(lead)
    there, nowhere = (
        _looks(api.post(of(case, f"participations/{key}/end/"), body)) for key in (elsewhere.pk, uuid4())
    )
    assert there == nowhere
    assert there[0] == 404


@pytest.fixture
def foreign_interview(shared_case: Case, partner: Membership) -> Interview:
    """The partner's interview in the shared case, of which the lead may read a part."""
    return interview(shared_case, by=partner, shared=["work"])


def test_an_analysis_is_made_from_an_interview_of_the_own_agency_in_the_case(
    lead: Membership, shared_case: Case, foreign: Case, foreign_interview: Interview, uninvolved: Membership
) -> None:
    elsewhere = interview(take_up(lead), by=lead, kept=["work"])
    hidden = interview(foreign, by=uninvolved, kept=["work"])
    api = Api(lead)
    body = {"as_of": str(today()), "title": "A", "texts": [{"kind": "goals", "text": "A"}]}
    keys: list[Any] = [
        foreign_interview.pk,
        elsewhere.pk,
        hidden.pk,
        uuid4(),
        "misspelt",
        7,
        True,
        [],
        {"a": 1},
    ]
    answers = [problems(api.post(of(shared_case, "analyses/"), {**body, "interview": key})) for key in keys]
    assert all(answer == answers[0] for answer in answers)
    assert set(answers[0]) == {"interview"}
    assert not CaseAnalysis.objects.exists()


def test_an_agency_that_no_longer_works_here_looks_like_none(
    lead: Membership, case: Case, basis: LegalBasis
) -> None:
    closed = make_agency(active=False)
    areas = [{"life_area": "work", "legal_basis": str(basis.pk)}]
    answers = [_brought_in(lead, case, agency=key, areas=areas) for key in (closed.pk, uuid4(), None, "")]
    assert {str(sorted(answer)) for answer in answers} == {"['agency']"}
    assert answers[0] == answers[1]


def test_a_basis_that_is_no_law_today_looks_like_none(
    lead: Membership, case: Case, jobcentre: Agency
) -> None:
    over = make_basis(valid_until=today())
    answers = [
        _brought_in(lead, case, agency=jobcentre.pk, areas=[{"life_area": "work", "legal_basis": str(key)}])
        for key in (over.pk, uuid4())
    ]
    assert answers[0] == answers[1]
    assert set(answers[0]["areas"]["0"]) == {"legal_basis"}


def _brought_in(lead: Membership, case: Case, *, agency: UUID | str | None, areas: list[Any]) -> Any:
    body = {"agency": agency and str(agency), "access": "read", "areas": areas}
    return problems(Api(lead).post(of(case, "participations/"), body))
