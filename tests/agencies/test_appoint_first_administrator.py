"""A new installation has nobody who could invite: its first central administrator comes by a command."""

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from tests.agencies.inviting import PASSWORD, link_to

pytestmark = pytest.mark.django_db

EMAIL = "zentral@test.example"
WHERE = {"carrier": "Kreis Lippe", "agency": "Integrationszentrum", "place": "Detmold"}


def test_she_sets_her_password_by_mail_and_invites_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("appoint_first_administrator", EMAIL, "Zita Zentral", **WHERE)
    assert "Kennwort vergessen" in capsys.readouterr().out
    client = Client()
    client.post(reverse("account_reset_password"), {"email": EMAIL})
    address = client.get(link_to(EMAIL), follow=True).redirect_chain[-1][0]
    client.post(address, {"password1": PASSWORD, "password2": PASSWORD})
    client.post(reverse("account_login"), {"login": EMAIL, "password": PASSWORD})
    assert client.get(reverse("administration:agency_new")).status_code == 200


def test_once_there_is_one_the_command_refuses(access_administrator: Membership) -> None:
    with pytest.raises(CommandError):
        call_command("appoint_first_administrator", EMAIL, "Zita Zentral", **WHERE)
    assert Membership.objects.central().get() == access_administrator
