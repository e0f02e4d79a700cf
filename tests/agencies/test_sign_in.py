"""Signing in and out stands in the trail; the address that was typed does not."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from audit.models import Entry
from audit.models.entry import Verb
from tests.factories import PASSWORD
from tests.trail import says

pytestmark = pytest.mark.django_db(databases=["default"])


@pytest.fixture(autouse=True)
def _no_earlier_tries() -> None:
    cache.clear()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """The entries that are saved; those without an agency can be read by nobody afterwards."""
    entries: list[Entry] = []
    save = Entry.save

    def note(self: Entry, **options: Any) -> None:
        save(self, **options)
        entries.append(self)

    monkeypatch.setattr(Entry, "save", note)
    return entries


def sign_in(client: Client, *, email: str, password: str = PASSWORD) -> int:
    return client.post(reverse("account_login"), {"login": email, "password": password}).status_code


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_signing_in_is_one_entry_with_the_person(lead: Membership, written: list[Entry]) -> None:
    client = Client()
    assert sign_in(client, email=lead.user.email) == 302
    assert is_signed_in(client)
    (entry,) = written
    assert (entry.verb, entry.actor_id, entry.actor_label) == (Verb.SIGNED_IN, lead.user_id, lead.user.name)


@pytest.mark.parametrize("known", ["known", "unknown"])
def test_a_failed_try_is_one_entry_without_the_address(
    known: str, lead: Membership, written: list[Entry]
) -> None:
    email = lead.user.email if known == "known" else "niemand@test.example"
    client = Client()
    assert sign_in(client, email=email, password="falsch") in {200, 422}
    assert not is_signed_in(client)
    (entry,) = written
    assert (entry.verb, entry.actor_id, entry.agency_id) == (Verb.SIGN_IN_FAILED, None, None)
    assert email not in says(entry)


def test_a_closed_account_does_not_get_in(inactive: Membership) -> None:
    client = Client()
    sign_in(client, email=inactive.user.email)
    assert not is_signed_in(client)


def test_signing_out_is_one_entry(lead: Membership, written: list[Entry]) -> None:
    client = Client()
    sign_in(client, email=lead.user.email)
    written.clear()
    client.post(reverse("account_logout"))
    assert not is_signed_in(client)
    (entry,) = written
    assert (entry.verb, entry.actor_id, entry.agency_id) == (Verb.SIGNED_OUT, lead.user_id, lead.agency_id)


def test_signing_out_needs_a_post(lead: Membership) -> None:
    client = Client()
    sign_in(client, email=lead.user.email)
    client.get(reverse("account_logout"))
    assert is_signed_in(client)


def test_nobody_signs_up_by_herself() -> None:
    assert Client().get("/accounts/signup/").status_code in {302, 404}


def test_the_session_has_a_new_key_after_signing_in(lead: Membership) -> None:
    client = Client()
    client.get(reverse("account_login"))
    before = client.session.session_key
    sign_in(client, email=lead.user.email)
    assert client.session.session_key != before
