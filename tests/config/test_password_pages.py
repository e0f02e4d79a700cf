"""The own password: changed by whoever knows it, reset by mail; nobody learns who has an account."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client, override_settings
from django.urls import reverse

from agencies.models import Membership, User
from core.models import OutboxMessage
from tests.access.asking import plain
from tests.agencies.inviting import PASSWORD, link_to
from tests.factories import PASSWORD as OLD_PASSWORD
from tests.factories import client_for

ASK = reverse("account_reset_password")
CHANGE = reverse("account_change_password")
NEW = {"password1": PASSWORD, "password2": PASSWORD}


@pytest.fixture(autouse=True)
def _no_earlier_tries() -> None:
    cache.clear()


def ask(email: str) -> Any:
    return Client().post(ASK, {"email": email}, follow=True)


def knows(user: User, password: str) -> bool:
    return User.objects.get(pk=user.pk).check_password(password)


def test_the_answer_is_the_same_whoever_is_asked_for(lead: Membership, inactive: Membership) -> None:
    pages = [ask(email) for email in (lead.user.email, inactive.user.email, "niemand@test.example")]
    assert len({plain(page.content.decode()) for page in pages}) == 1
    assert {page.redirect_chain[-1] for page in pages} == {(reverse("account_reset_password_done"), 302)}
    assert [mail.to for mail in OutboxMessage.objects.all()] == [lead.user.email]


def test_the_mail_leads_to_a_new_password_once(lead: Membership) -> None:
    elsewhere = client_for(lead)
    ask(lead.user.email)
    (mail,) = OutboxMessage.objects.all()
    assert lead.user.name not in mail.body + mail.subject
    client = Client()
    form = client.get(link_to(lead.user.email), follow=True)
    address = form.redirect_chain[-1][0]
    assert link_to(lead.user.email) not in form.content.decode()
    assert client.post(address, {"password1": "kurz", "password2": "kurz"}).status_code == 200
    assert client.post(address, NEW).status_code == 302
    assert knows(lead.user, PASSWORD)
    assert "_auth_user_id" not in client.session
    assert elsewhere.get("/").status_code == 302
    again = Client().get(link_to(lead.user.email), follow=True)
    assert again.context["token_fail"]


@override_settings(DEMO=False)
def test_a_new_password_does_not_replace_the_second_factor(lead: Membership) -> None:
    Authenticator.objects.create(user=lead.user, type="totp", data={"secret": "x"})
    ask(lead.user.email)
    client = Client()
    address = client.get(link_to(lead.user.email), follow=True).redirect_chain[-1][0]
    client.post(address, NEW)
    response = client.post(reverse("account_login"), {"login": lead.user.email, "password": PASSWORD})
    assert response.headers["Location"].startswith(reverse("mfa_authenticate"))
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db
def test_a_made_up_link_is_a_page() -> None:
    for uid, key in (("0" * 32, "x-y"), ("zz", "x"), ("x" * 200, "set-password")):
        response: Any = Client().get(reverse("account_reset_password_from_key", args=[uid, key]))
        assert (response.status_code, response.context["token_fail"]) == (200, True)


def test_the_own_password_is_changed_by_who_knows_it(lead: Membership) -> None:
    client, elsewhere = client_for(lead), client_for(lead)
    wrong: Any = client.post(CHANGE, {"oldpassword": "falsch", **NEW})
    assert list(wrong.context["form"].errors) == ["oldpassword"]
    assert client.post(CHANGE, {"oldpassword": OLD_PASSWORD, **NEW}).status_code == 302
    assert knows(lead.user, PASSWORD)
    assert client.get("/").status_code == 200
    assert elsewhere.get("/").status_code == 302


def test_whoever_asks_too_often_waits(lead: Membership) -> None:
    answers = [ask(lead.user.email).status_code for _ in range(7)]
    assert answers[-1] == 429
    assert OutboxMessage.objects.count() <= 5
