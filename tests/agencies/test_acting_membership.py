"""A person acts for one agency at a time; her agencies never add up."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.acting_membership import SESSION_KEY, value_of
from agencies.models import Agency, Membership
from agencies.roles import Role
from audit.models.entry import Verb
from cases.models import Case
from core.today import today
from tests.factories import client_for, make_membership, make_user
from tests.trail import entries_for

SWITCH = "acting:switch"


def acts_for(client: Client) -> Membership | None:
    request: Any = client.get(reverse("my_day")).wsgi_request
    membership: Membership | None = request.membership
    return membership


def choose(client: Client, membership: Membership) -> int:
    return client.post(reverse(SWITCH), {"membership": value_of(membership)}).status_code


def test_the_choice_lasts_until_the_next(in_two_agencies: tuple[Membership, Membership]) -> None:
    here, there = in_two_agencies
    client = client_for(here)
    assert acts_for(client) == here
    assert choose(client, there) == 302
    assert acts_for(client) == there


def test_a_case_of_the_one_agency_is_not_seen_for_the_other(
    shared_case: Case, in_two_agencies: tuple[Membership, Membership]
) -> None:
    here, there = in_two_agencies
    address = reverse("cases:detail", args=[shared_case.pk])
    client = client_for(here)
    assert client.get(address).status_code == 200
    choose(client, there)
    assert client.get(address).status_code == 404


def test_switching_is_one_entry_for_the_agency_she_enters(
    in_two_agencies: tuple[Membership, Membership],
) -> None:
    here, there = in_two_agencies
    choose(client_for(here), there)
    (entry,) = [entry for entry in entries_for(here, there) if entry.verb == Verb.SWITCHED]
    assert (entry.agency_id, entry.actor_id) == (there.agency_id, here.user_id)


@pytest.mark.parametrize("who", ["uninvolved", "ended"])
def test_nobody_acts_with_what_is_not_hers(
    who: str, lead: Membership, request: pytest.FixtureRequest
) -> None:
    client = client_for(lead)
    assert choose(client, request.getfixturevalue(who)) == 404
    assert acts_for(client) == lead


@pytest.mark.parametrize("wanted", ["", "x", ":", "caseworker", "\x00"])
def test_nonsense_chooses_nothing(wanted: str, lead: Membership) -> None:
    client = client_for(lead)
    assert client.post(reverse(SWITCH), {"membership": wanted}).status_code == 404
    assert acts_for(client) == lead


def test_a_hat_that_is_not_hers_is_not_worn(lead: Membership) -> None:
    client = client_for(lead)
    forged = f"{lead.pk}:{Role.ACCESS_ADMINISTRATOR}"
    assert client.post(reverse(SWITCH), {"membership": forged}).status_code == 404
    session = client.session
    session[SESSION_KEY] = forged
    session.save()
    worn = acts_for(client)
    assert worn is not None
    assert worn.hat is None


def test_wearing_the_watching_hat_she_works_on_no_case(case: Case, lead: Membership) -> None:
    both = make_membership(lead.agency, Role.CASEWORKER, Role.ACCESS_ADMINISTRATOR)
    address = reverse("cases:detail", args=[case.pk])
    assert client_for(both).get(address).status_code == 200
    both.hat = Role.ACCESS_ADMINISTRATOR
    assert client_for(both).get(address).status_code == 404


def test_a_membership_that_ends_is_left_at_once(jobcentre: Agency, youth_office: Agency) -> None:
    user = make_user()
    first, second = make_membership(jobcentre, user=user), make_membership(youth_office, user=user)
    client = client_for(second)
    Membership.objects.filter(pk=second.pk).update(ends_on=today())
    assert acts_for(client) == first
    Membership.objects.filter(pk=first.pk).update(ends_on=today())
    assert acts_for(client) is None


def test_a_closed_account_is_signed_out_at_once(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    address = reverse("cases:detail", args=[case.pk])
    assert client.get(address).status_code == 200
    lead.user.is_active = False
    lead.user.save(update_fields=["is_active"])
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith(reverse("account_login"))


def test_switching_needs_a_post(lead: Membership) -> None:
    assert client_for(lead).get(reverse(SWITCH)).status_code == 405
