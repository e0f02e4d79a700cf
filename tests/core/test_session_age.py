"""How long a session lasts: half an hour after the last click, never longer than a working day."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Membership
from core.middleware.session_age import BEGAN, SEEN
from tests.architecture.statements import statements
from tests.factories import client_for

MINUTE, HOUR = 60, 3600
CLICK = reverse("my_day")


def lasting(client: Client) -> timedelta:
    """How long the session would go on without a click."""
    row = Session.objects.get(session_key=client.session.session_key)
    return row.expire_date - timezone.now()


def with_session(membership: Membership, **seconds_ago: int) -> Client:
    """Signed in, as if these things had been so long ago."""
    client = client_for(membership)
    session = client.session
    session.update({name: int(time.time()) - ago for name, ago in seconds_ago.items()})
    session.save()
    Session.objects.filter(pk=session.session_key).update(expire_date=timezone.now() + timedelta(minutes=5))
    return client


def answer_to_a_click(client: Client) -> Any:
    return client.get(CLICK).status_code


def test_a_click_prolongs_it_to_half_an_hour(lead: Membership) -> None:
    client = with_session(lead, **{BEGAN: HOUR, SEEN: MINUTE})
    assert answer_to_a_click(client) == 200
    assert timedelta(minutes=30) < lasting(client) <= timedelta(minutes=31)


def test_a_second_click_within_a_minute_writes_nothing(lead: Membership) -> None:
    client = with_session(lead, **{BEGAN: HOUR, SEEN: MINUTE // 2})
    with statements() as found:
        assert answer_to_a_click(client) == 200
    assert [sql for sql in found if "django_session" in sql and not sql.startswith("SELECT")] == []


def test_half_an_hour_without_a_click_ends_it(lead: Membership) -> None:
    client = with_session(lead, **{BEGAN: HOUR, SEEN: HOUR // 2})
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert client.get(CLICK).headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(("hours", "status"), [(9, 200), (11, 302)])
def test_a_working_day_ends_it_however_busy_she_is(lead: Membership, hours: int, status: int) -> None:
    client = with_session(lead, **{BEGAN: hours * HOUR, SEEN: 1})
    assert answer_to_a_click(client) == status
