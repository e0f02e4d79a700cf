"""The access administration by the interface: the same rules as on the pages."""

from typing import Any

import pytest

from agencies.actions.close_agency import close_agency
from agencies.models import Agency, Membership
from core.today import today
from tests.agencies.inviting import ADDRESS, link_to
from tests.cases.api.calls import Api, entries, problems, said
from tests.factories import working_as

AGENCIES = "administration/agencies/"


def below(agency: Agency, rest: str) -> str:
    return f"{AGENCIES}{agency.pk}/{rest}"


def invitation(**differing: Any) -> dict[str, Any]:
    usual = {"name": "Nele Neu", "email": ADDRESS, "roles": ["caseworker"], "starts_on": str(today())}
    return {**usual, **differing}


def test_each_sees_what_she_administers(
    access_administrator: Membership, delegated_administrator: Membership, youth_office: Agency
) -> None:
    assert {each["id"] for each in said(Api(access_administrator).get(AGENCIES))} >= {str(youth_office.pk)}
    (only,) = said(Api(delegated_administrator).get(AGENCIES))
    assert (only["id"], only["member_count"]) == (str(delegated_administrator.agency_id), 1)
    for rest in ("members/", "invitations/"):
        assert Api(delegated_administrator).get(below(youth_office, rest)).status_code == 404


def test_a_closed_agency_has_nobody_in_force(partner: Membership, access_administrator: Membership) -> None:
    with working_as(access_administrator):
        close_agency(partner.agency, reason="aufgelöst", by=access_administrator)
    listed = {each["id"]: each for each in said(Api(access_administrator).get(AGENCIES))}
    assert listed[str(partner.agency_id)]["member_count"] == 0


def test_inviting_answers_without_the_link(jobcentre: Agency, access_administrator: Membership) -> None:
    api = Api(access_administrator)
    response = api.post(below(jobcentre, "invitations/"), invitation())
    assert response.status_code == 201, response.content
    token = link_to().strip("/").split("/")[-1]
    assert token not in response.content.decode()
    assert entries() == [("created", "AccessInvitation")]
    (listed,) = said(api.get(below(jobcentre, "invitations/")))
    assert (listed["state"], listed["email"]) == ("open", ADDRESS)
    address = below(jobcentre, f"invitations/{listed['id']}/")
    assert said(api.post(address + "resend/"))["state"] == "open"
    assert said(api.post(address + "withdraw/"))["state"] == "withdrawn"
    assert said(api.get(below(jobcentre, "invitations/"))) == []


@pytest.mark.parametrize(
    ("differing", "wrong"),
    [
        ({"email": "x"}, "email"),
        ({"roles": []}, "roles"),
        ({"roles": ["superuser"]}, "roles"),
        ({"roles": "caseworker"}, "roles"),
        ({"starts_on": "2020-01-01"}, "starts_on"),
        ({"central": True}, "central"),
        ({"name": "A\x00"}, "name"),
        ({"token": "x"}, "token"),
        ({"agency": "x"}, "agency"),
    ],
)
def test_nonsense_is_refused_at_its_field(
    differing: dict[str, Any], wrong: str, jobcentre: Agency, access_administrator: Membership
) -> None:
    api = Api(access_administrator)
    assert set(problems(api.post(below(jobcentre, "invitations/"), invitation(**differing)))) == {wrong}


def test_roles_are_changed_and_a_membership_ends(
    partner: Membership, access_administrator: Membership
) -> None:
    api, member = Api(access_administrator), below(partner.agency, f"members/{partner.pk}/")
    changed = said(api.put(member, {"roles": ["team_lead"], "telephone": "05231 7"}))
    assert (changed["roles"], changed["telephone"], changed["central"]) == (["team_lead"], "05231 7", False)
    assert set(problems(api.post(member + "end/", {}))) == {"reason"}
    ended = said(api.post(member + "end/", {"reason": "Wechsel"}))
    assert (ended["ends_on"], ended["in_force"]) == (str(today()), False)
    assert entries() == [("changed", "Membership"), ("ended", "Membership")]


def test_nobody_ends_herself(access_administrator: Membership) -> None:
    member = below(access_administrator.agency, f"members/{access_administrator.pk}/")
    response = Api(access_administrator).post(member + "end/", {"reason": "x"})
    assert response.status_code == 400
    assert said(response)["detail"]
