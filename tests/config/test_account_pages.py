"""Sign-in and second factor as a person meets them, drawn by the real views."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, format_hotp_value, hotp_value
from django.test import Client, override_settings
from django.urls import reverse

from agencies.models import Membership
from tests.factories import PASSWORD

PERIOD = 30


def sign_in(client: Client, membership: Membership, password: str = PASSWORD) -> str:
    """The page that follows, whatever it is."""
    entered = {"login": membership.user.email, "password": password}
    return client.post(reverse("account_login"), entered, follow=True).content.decode()


def code_of(secret: str) -> str:
    """What an authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD)))


def page(client: Client, name: str) -> str:
    """One page, which must be there."""
    response = client.get(reverse(name))
    assert response.status_code == 200, name
    return response.content.decode()


@pytest.mark.django_db
def test_the_demo_offers_its_accounts_with_one_click(client: Client) -> None:
    html = page(client, "account_login")

    assert html.count('name="password" value="fallbruecke-demo"') == 13


@pytest.mark.django_db
@override_settings(DEMO=False)
def test_without_the_demo_no_account_is_named(client: Client) -> None:
    assert "fallbruecke-demo" not in page(client, "account_login")


def test_a_wrong_password_is_said_without_naming_the_account(lead: Membership, client: Client) -> None:
    html = sign_in(client, lead, password="not-the-password")

    assert "fb-errors" in html
    assert html.count(lead.user.email) == 1  # in the field that she typed it into


@override_settings(DEMO=False)
def test_second_factor_is_set_up_at_first_and_asked_for_ever_after(lead: Membership, client: Client) -> None:
    html = sign_in(client, lead)
    assert reverse("account_reauthenticate") in html
    confirmed = {"password": PASSWORD, "next": reverse("mfa_activate_totp")}
    html = client.post(reverse("account_reauthenticate"), confirmed, follow=True).content.decode()
    assert 'src="data:image/svg+xml' in html
    secret = client.session[SECRET_SESSION_KEY]
    html = client.post(reverse("mfa_activate_totp"), {"code": "000000"}).content.decode()
    assert "fb-errors" in html

    html = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True).content.decode()
    assert html.count("<li><code>") == 10
    for name in (
        "mfa_index",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
    ):
        page(client, name)
    page(client, "account_logout")
    client.post(reverse("account_logout"))

    html = sign_in(client, lead)
    assert reverse("mfa_authenticate") in html
    html = client.post(reverse("mfa_authenticate"), {"code": "123"}).content.decode()
    assert "fb-errors" in html
    client.cookies.clear()
    sign_in(client, lead)
    recovery = Authenticator.objects.get(user=lead.user, type="recovery_codes").wrap().get_unused_codes()[0]
    client.post(reverse("mfa_authenticate"), {"code": recovery})
    assert page(client, "my_day")


@pytest.mark.parametrize("name", ["account_reauthenticate", "mfa_index"])
def test_pages_of_the_account_open_after_signing_in(lead: Membership, client: Client, name: str) -> None:
    sign_in(client, lead)

    assert page(client, name)


def test_a_closed_account_is_told_so(inactive: Membership, client: Client) -> None:
    assert "fb-error" in sign_in(client, inactive)
