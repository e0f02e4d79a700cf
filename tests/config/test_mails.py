"""Pages of mails: what is not delivered for the access administrator, without its text; all of them in the demo."""

import pytest
from django.test import Client, override_settings

from agencies.models import Membership
from core.models import OutboxMessage
from tests.core.mails import LINK, a_mail, long_ago
from tests.factories import client_for

pytestmark = pytest.mark.django_db


def test_the_access_administrator_sees_what_is_not_delivered_and_not_its_text(
    access_administrator: Membership,
) -> None:
    a_mail(to="weg@test.example", given_up_at=long_ago(), attempts=8, last_error="SMTPConnectError 421")
    a_mail(to="wartet@test.example")
    a_mail(to="fertig@test.example", sent_at=long_ago(), body="")
    page = client_for(access_administrator).get("/mails/").content.decode()
    for word in (
        "weg@test.example",
        "8-mal",
        "SMTPConnectError 421",
        "wartet@test.example",
        "1 E-Mail konnte",
    ):
        assert word in page
    for word in ("geheim", "fertig@test.example"):
        assert word not in page


def test_her_start_page_says_how_many(access_administrator: Membership) -> None:
    client = client_for(access_administrator)
    assert "nicht zugestellt" not in client.get("/").content.decode()
    a_mail(given_up_at=long_ago()), a_mail(given_up_at=long_ago())
    assert "2 E-Mails konnten nicht zugestellt werden." in client.get("/").content.decode()


def test_sent_again(access_administrator: Membership) -> None:
    mail = a_mail(given_up_at=long_ago(), attempts=8)
    client = client_for(access_administrator)
    assert client.post(f"/mails/{mail.pk}/again/").status_code == 302
    assert list(OutboxMessage.objects.due()) == [mail]
    assert client.post(f"/mails/{mail.pk}/again/").status_code == 404


def test_the_demo_shows_its_mails_with_a_link_to_click_on() -> None:
    mail = a_mail()
    assert "Gesendete E-Mails der Demo" in Client().get("/demo/mails/").content.decode()
    assert f'href="{LINK}"' in Client().get(f"/demo/mails/{mail.pk}/").content.decode()


def test_elsewhere_there_is_no_such_page() -> None:
    mail = a_mail()
    with override_settings(DEMO=False):
        assert Client().get("/demo/mails/").status_code == 404
        assert Client().get(f"/demo/mails/{mail.pk}/").status_code == 404
        assert "demo/mails" not in Client().get("/accounts/login/").content.decode()
