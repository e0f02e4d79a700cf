"""Who takes part, bringing in an agency, ending its participation."""

from datetime import timedelta
from typing import Any

import pytest

from agencies.models import Agency, Membership
from cases.models import Case, LegalBasis, Participation
from cases.models.vocabulary import LifeArea
from core.today import today
from tests.cases.api.calls import Api, entries, of, problems, said
from tests.factories import working_as


@pytest.fixture
def grant(youth_office: Agency, basis: LegalBasis) -> dict[str, Any]:
    """The youth office reads the area family."""
    areas = [{"life_area": "family", "legal_basis": str(basis.pk)}]
    return {"agency": str(youth_office.pk), "access": "read", "areas": areas}


def test_everybody_in_the_case_may_know_who_else_is(
    shared_case: Case, reader: Membership, jobcentre_in_case: Participation, basis: LegalBasis
) -> None:
    found = {
        each["agency"]["name"]: each for each in said(Api(reader).get(of(shared_case, "participations/")))
    }
    assert len(found) == 3
    jobcentre = found["Jobcenter Lippe"]
    assert (jobcentre["access"], jobcentre["in_force"], jobcentre["ends_on"]) == ("contribute", True, None)
    assert [area["life_area"] for area in jobcentre["areas"]] == ["work", "finances"]
    assert jobcentre["areas"][0]["legal_basis"]["citation"] == basis.citation


def test_a_file_number_is_its_agencys_own(shared_case: Case, lead: Membership, reader: Membership) -> None:
    with working_as(lead):
        Participation.objects.filter(case=shared_case, agency=lead.agency).update(file_number="KANARI-1")
    assert b"KANARI-1" in Api(lead).get(of(shared_case, "participations/")).content
    assert b"KANARI-1" not in Api(reader).get(of(shared_case, "participations/")).content


def test_an_agency_sees_the_case_from_the_next_request_on(
    case: Case, lead: Membership, uninvolved: Membership, grant: dict[str, Any]
) -> None:
    api = Api(uninvolved)
    assert api.get(of(case)).status_code == 404
    response = Api(lead).post(of(case, "participations/"), grant)
    assert response.status_code == 201, response.content
    assert said(response)["areas"][0]["life_area"] == "family"
    assert entries() == [("granted", "Participation")]
    assert api.get(of(case)).status_code == 200


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"access": "lead"}, "access"),
        ({"access": "x"}, "access"),
        ({"areas": []}, "areas"),
        ({"areas": {}}, "areas"),
        ({"areas": [1]}, "areas"),
        ({"areas": [{"life_area": "x"}]}, "areas"),
        ({"ends_on": "yesterday"}, "ends_on"),
        ({"ends_on": str(today())}, "ends_on"),
        ({"granted_by": "x"}, "granted_by"),
        ({"case": "x"}, "case"),
        ({"responsible": "x"}, "responsible"),
    ],
)
def test_nonsense_is_refused_at_its_field(
    differing: dict[str, Any], wrong: str, case: Case, lead: Membership, grant: dict[str, Any]
) -> None:
    assert set(problems(Api(lead).post(of(case, "participations/"), {**grant, **differing}))) == {wrong}
    with working_as(lead):
        assert Participation.objects.filter(case=case).count() == 1
    assert entries() == []


def test_an_area_is_granted_once(case: Case, lead: Membership, grant: dict[str, Any]) -> None:
    twice = {**grant, "areas": grant["areas"] * 2}
    many = {**grant, "areas": grant["areas"] * (len(LifeArea) + 1)}
    for body in (twice, many):
        assert set(problems(Api(lead).post(of(case, "participations/"), body))) == {"areas"}


def test_an_agency_that_takes_part_cannot_be_brought_in_again(
    case: Case, lead: Membership, grant: dict[str, Any]
) -> None:
    api = Api(lead)
    assert api.post(of(case, "participations/"), grant).status_code == 201
    assert set(problems(api.post(of(case, "participations/"), grant))) == {"agency"}


def test_ending_takes_effect_at_once(
    shared_case: Case, lead: Membership, partner: Membership, jobcentre_in_case: Participation
) -> None:
    response = Api(lead).post(
        of(shared_case, f"participations/{jobcentre_in_case.pk}/end/"), {"reason": "fertig"}
    )
    assert (said(response)["ends_on"], said(response)["in_force"]) == (str(today()), False)
    assert entries() == [("ended", "Participation")]
    assert Api(partner).get(of(shared_case)).status_code == 404


def test_ending_on_a_day_leaves_the_time_until_then(
    shared_case: Case, lead: Membership, reader: Membership, immigration_office_in_case: Participation
) -> None:
    day = str(today() + timedelta(days=3))
    end = of(shared_case, f"participations/{immigration_office_in_case.pk}/end/")
    response = Api(lead).post(end, {"reason": "fertig", "ends_on": day})
    assert (said(response)["ends_on"], said(response)["in_force"]) == (day, True)
    assert Api(reader).get(of(shared_case)).status_code == 200


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"reason"}),
        ({"reason": "x" * 201}, {"reason"}),
        ({"reason": "A\x00"}, {"reason"}),
        ({"reason": "A", "ends_on": "2020-01-01"}, {"ends_on"}),
        ({"reason": "A", "access": "lead"}, {"access"}),
    ],
)
def test_an_end_needs_a_reason_and_no_past_day(
    body: dict[str, Any],
    wrong: set[str],
    shared_case: Case,
    lead: Membership,
    jobcentre_in_case: Participation,
) -> None:
    response = Api(lead).post(of(shared_case, f"participations/{jobcentre_in_case.pk}/end/"), body)
    assert set(problems(response)) == wrong


def test_the_leading_agency_cannot_be_ended(case: Case, lead: Membership) -> None:
    with working_as(lead):
        leading = Participation.objects.get(case=case)
    response = Api(lead).post(of(case, f"participations/{leading.pk}/end/"), {"reason": "A"})
    assert problems(response) == {}
    assert said(response)["detail"]
