"""The pages of the access administration: who gets where, what is refused stays in the form."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agencies.administered_lists import PAGE_SIZE
from agencies.models import Agency, Membership
from agencies.roles import CODENAMES, EXPLAINED, WHAT_MAY_BE_DONE, Role
from core.middleware.kept_text import writer_token
from tests.access.doors.administration import FILE
from tests.factories import client_for, make_agency, make_membership

CENTRAL_ALONE = ["agency_new", "import", "carriers", "carrier_new"]


def page_of(agency: Agency, rest: str = "") -> str:
    return f"/administration/agencies/{agency.pk}/{rest}"


def test_a_delegated_administrator_sees_her_agency_alone(
    delegated_administrator: Membership, youth_office: Agency, uninvolved: Membership
) -> None:
    client = client_for(delegated_administrator)
    listed: Any = client.get("/administration/agencies/")
    assert [each.pk for each in listed.context["page"].object_list] == [delegated_administrator.agency_id]
    assert youth_office.name not in listed.content.decode()
    member = f"members/{uninvolved.pk}/"
    for rest in ("", "invitations/new/", member, member + "end/"):
        assert client.get(page_of(youth_office, rest)).status_code == 404
        assert client.post(page_of(youth_office, rest), {"reason": "x"}).status_code in {404, 405}
    assert client.get(page_of(delegated_administrator.agency, member)).status_code == 404


def test_what_concerns_all_agencies_is_for_the_central_administration(
    delegated_administrator: Membership,
) -> None:
    client = client_for(delegated_administrator)
    own = delegated_administrator.agency
    paths = [reverse(f"administration:{name}") for name in CENTRAL_ALONE]
    paths += [page_of(own, "edit/"), page_of(own, "close/")]
    assert {client.get(path).status_code for path in paths} == {403}
    posts = [reverse(f"administration:import_{name}") for name in ("preview", "take_over")]
    assert {client.post(path).status_code for path in [*posts, page_of(own, "reopen/")]} == {403}


def test_a_delegated_administrator_is_offered_no_watching_role(delegated_administrator: Membership) -> None:
    client = client_for(delegated_administrator)
    own = page_of(delegated_administrator.agency)
    response: Any = client.get(own + "invitations/new/")
    offered = {value for value, _label in response.context["form"].fields["roles"].choices}
    assert offered == {"caseworker", "team_lead", "moderator", "catalogue_admin"}
    watching = make_membership(delegated_administrator.agency, "data_protection_officer", "caseworker")
    address = f"{own}members/{watching.pk}/"
    assert client.post(address, {"roles": ["team_lead"]}).status_code == 302
    watching.refresh_from_db()
    assert watching.roles == ["data_protection_officer", "team_lead"]


def test_a_refusal_stands_at_its_field_and_nothing_typed_is_lost(
    jobcentre: Agency, access_administrator: Membership
) -> None:
    sent = {"name": "Anna", "email": access_administrator.user.email, "roles": ["caseworker"]}
    response: Any = client_for(access_administrator).post(
        page_of(jobcentre, "invitations/new/"), {**sent, "starts_on": "2099-01-01"}
    )
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["email"]
    assert 'value="Anna"' in response.content.decode()


def test_what_was_typed_outlives_the_session(jobcentre: Agency, access_administrator: Membership) -> None:
    client = client_for(access_administrator)
    acting = client.session["acting"]
    writer = writer_token(access_administrator.user_id, acting=acting)
    client.logout()
    typed = {"name": "Nele Neu", "email": "neu@test.example", "roles": ["team_lead"], "writer": writer}
    response = client.post(page_of(jobcentre, "invitations/new/"), typed)
    back = response.headers["Location"].partition("next=")[2].replace("%3F", "?").replace("%3D", "=")
    again: Any = client_for(access_administrator).get(back)
    assert 'value="Nele Neu"' in again.content.decode()
    assert again.context["form"]["roles"].value() == ["team_lead"]


def test_lists_are_filtered_counted_and_cut(access_administrator: Membership) -> None:
    for number in range(PAGE_SIZE + 3):
        make_agency(f"Stelle {number:03}")
    make_agency("Ganz andere", active=False)
    client = client_for(access_administrator)

    def listed(query: str) -> tuple[int, int]:
        response: Any = client.get(f"/administration/agencies/?{query}")
        return response.context["page"].paginator.count, len(response.context["page"].object_list)

    assert listed("words=stelle+0") == (PAGE_SIZE + 3, PAGE_SIZE)
    assert listed("words=stelle+0&page=2") == (PAGE_SIZE + 3, 3)
    assert listed("state=closed") == (1, 1)
    assert listed("words=gibt+es+nicht") == (0, 0)
    everything = listed("")
    for nonsense in ("kind=x", "carrier=x", "state=x", "page=x", "page=-1", "words=%00", "=&&"):
        assert listed(nonsense)[0] == everything[0], nonsense


def test_members_are_filtered_by_role_and_state(
    integration_centre: Agency, lead: Membership, ended: Membership, access_administrator: Membership
) -> None:
    client = client_for(access_administrator)

    def names(query: str) -> set[str]:
        response: Any = client.get(page_of(integration_centre, f"?{query}"))
        return {each.user.name for each in response.context["page"].object_list}

    assert names("") == {"Lea Führend", "Anna Zugang"}
    assert names("state=ended") == {"Emil Ehemals"}
    assert names("state=all&role=caseworker") == {"Lea Führend", "Emil Ehemals"}


def test_a_file_is_shown_first_and_then_taken_over(access_administrator: Membership) -> None:
    client = client_for(access_administrator)
    before = Agency.objects.count()
    upload = {"file": SimpleUploadedFile("stellen.CSV", FILE.encode("cp1252"))}
    shown: Any = client.post("/administration/agencies/import/preview/", upload)
    assert (shown.status_code, shown.context["found"].new_count) == (200, 1)
    assert Agency.objects.count() == before
    form = shown.context["form"]
    sent = {"text": form.initial["text"], "seen": form.initial["seen"]}
    assert client.post("/administration/agencies/import/take-over/", sent).status_code == 302
    assert Agency.objects.get(short_name="Pflegestützpunkt").place == "Lemgo"
    client.post("/administration/agencies/import/take-over/", sent)
    assert Agency.objects.count() == before + 1


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("stellen.xlsx", FILE.encode()),
        SimpleUploadedFile("stellen.csv", b""),
        SimpleUploadedFile("stellen.csv", FILE.encode("utf-16")),
        SimpleUploadedFile("stellen.csv", (FILE + " " * 1024 * 1024).encode()),
        SimpleUploadedFile("stellen.csv", FILE.replace(",place", ",ort").encode()),
    ],
    ids=["kind", "empty", "encoding", "size", "columns"],
)
def test_another_file_is_refused_at_the_field(
    file: SimpleUploadedFile, access_administrator: Membership
) -> None:
    file.seek(0)
    client = client_for(access_administrator)
    response: Any = client.post("/administration/agencies/import/preview/", {"file": file})
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["file"])


def test_a_file_with_mistakes_names_the_lines(access_administrator: Membership) -> None:
    bad = SimpleUploadedFile("stellen.csv", FILE.replace("counselling", "x").encode())
    response: Any = client_for(access_administrator).post(
        "/administration/agencies/import/preview/", {"file": bad}
    )
    assert response.status_code == 422
    assert [problem.line for problem in response.context["found"].problems] == [2]


def test_every_codename_and_role_has_its_words(lead: Membership) -> None:
    assert set(WHAT_MAY_BE_DONE) == set().union(*CODENAMES.values())
    assert set(EXPLAINED) == set(Role)
    response: Any = client_for(lead).get("/roles/")
    shown = {str(words): dict(allowed) for words, allowed in response.context["deeds"]}
    for codename, words in WHAT_MAY_BE_DONE.items():
        assert shown[str(words)] == {role: codename in CODENAMES[role] for role in Role}


def test_an_access_administrator_opens_no_case(access_administrator: Membership) -> None:
    assert client_for(access_administrator).get("/cases/").status_code == 403
