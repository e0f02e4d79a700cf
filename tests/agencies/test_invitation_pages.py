"""From the invitation to the first page, in the browser: opening changes nothing, each dead link says why."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agencies.models import AccessInvitation, Agency, Membership, User
from tests.agencies.inviting import ADDRESS, PASSWORD, invite_into, link_to, mails_to
from tests.factories import PASSWORD as OLD_PASSWORD
from tests.factories import client_for

ACCOUNT = {"name": "Nele Neu", "password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture
def link(jobcentre: Agency, access_administrator: Membership) -> str:
    """What stands in the mail."""
    client = client_for(access_administrator)
    sent = {"name": "Nele Neu", "email": ADDRESS, "roles": ["caseworker"], "starts_on": "2099-01-01"}
    address = f"/administration/agencies/{jobcentre.pk}/invitations/new/"
    assert client.post(address, sent).status_code == 302
    return link_to()


def test_opening_the_link_uses_nothing_up(link: str) -> None:
    for _ in range(3):
        response = Client().get(link)
        assert response.status_code == 200
        assert response.headers["Referrer-Policy"] == "same-origin"
    Client().head(link)
    assert AccessInvitation.objects.get().is_open
    assert not User.objects.filter(email=ADDRESS).exists()


def test_a_new_person_sets_her_password_and_signs_in(jobcentre: Agency, link: str) -> None:
    client = Client()
    page = client.post(link, ACCOUNT, follow=True)
    assert page.redirect_chain[-1][0] == "/accounts/login/"
    client.post("/accounts/login/", {"login": ADDRESS, "password": PASSWORD})
    assert "_auth_user_id" in client.session
    assert Membership.objects.get(user__email=ADDRESS).agency == jobcentre


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"password1": "kurz", "password2": "kurz"}, "password1"),
        ({"password1": "passwort1234", "password2": "passwort1235"}, "password2"),
        ({"password1": "password1234", "password2": "password1234"}, "password1"),
        ({"password1": "neu@test.example", "password2": "neu@test.example"}, "password1"),
        ({"name": ""}, "name"),
    ],
)
def test_a_weak_password_is_refused_and_the_link_still_counts(
    wrong: dict[str, str], field: str, link: str
) -> None:
    response = Client().post(link, {**ACCOUNT, **wrong})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert Client().post(link, ACCOUNT).status_code == 302


@pytest.mark.parametrize("state", ["accepted", "withdrawn", "expired"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_no_longer_counts_says_why_and_not_whose(state: str, method: str, link: str) -> None:
    now = timezone.now()
    changes = {
        "accepted": {"accepted_at": now},
        "withdrawn": {"withdrawn_at": now},
        "expired": {"expires_at": now - timedelta(seconds=1)},
    }
    AccessInvitation.objects.update(**changes[state])
    response = getattr(Client(), method)(link, ACCOUNT if method == "post" else None)
    text = response.content.decode()
    assert (response.status_code, response.context["state"]) == (410, state)
    assert [word for word in (ADDRESS, "Nele", "Jobcenter") if word in text] == []
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.parametrize("token", ["x", "A" * 43, "%00", "%ED%A0%80", "ä"])
@pytest.mark.django_db
def test_a_made_up_link_leads_nowhere(token: str) -> None:
    assert Client().get(f"/accounts/invitation/{token}/").status_code == 404
    assert Client().post(f"/accounts/invitation/{token}/", ACCOUNT).status_code == 404


def test_a_known_person_signs_in_and_has_a_second_agency(
    jobcentre: Agency, access_administrator: Membership, uninvolved: Membership
) -> None:
    invite_into(jobcentre, by=access_administrator, email=uninvolved.user.email)
    link = link_to(uninvolved.user.email)
    client = Client()
    assert client.post(link, ACCOUNT).status_code == 200
    assert not Membership.objects.filter(agency=jobcentre, user=uninvolved.user).exists()
    sign_in = {"login": uninvolved.user.email, "password": OLD_PASSWORD, "next": link}
    assert client.post("/accounts/login/", sign_in).headers["Location"] == link
    assert client.get(link).status_code == 200
    assert client.post(link).status_code == 302
    assert Membership.objects.in_force().filter(user=uninvolved.user).count() == 2
    assert client.post(link).status_code == 410


def test_who_is_signed_in_as_somebody_else_uses_nothing_up(link: str, partner: Membership) -> None:
    client = client_for(partner)
    for response in (client.get(link), client.post(link, ACCOUNT)):
        assert response.status_code == 409
        assert ADDRESS not in response.content.decode()
    assert AccessInvitation.objects.get().is_open


def test_sent_again_the_first_link_is_unknown(
    link: str, jobcentre: Agency, access_administrator: Membership
) -> None:
    client = client_for(access_administrator)
    below = f"/administration/agencies/{jobcentre.pk}/invitations/{AccessInvitation.objects.get().pk}/"
    client.post(below + "resend/")
    assert (Client().get(link).status_code, Client().get(link_to()).status_code) == (404, 200)
    client.post(below + "withdraw/")
    assert Client().get(link_to()).status_code == 410
    assert len(mails_to()) == 2
