"""A form opened for one agency is never sent for another."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from agencies.acting_membership import value_of
from agencies.models import Membership
from cases.models import Case, Draft, LegalBasis
from core.models import KeptText
from tests.factories import client_for, working_as

FORM = "/cases/new/"


@pytest.fixture
def opened(
    in_two_agencies: tuple[Membership, Membership], basis: LegalBasis
) -> tuple[Client, dict[str, object]]:
    """She opened the form for the first agency, and switched to the second in another tab."""
    first, second = in_two_agencies
    client = client_for(first)
    page = client.get(FORM).content.decode()
    found = re.search(r'name="writer" value="([^"]+)"', page)
    assert found
    client.post(reverse("acting:switch"), {"membership": value_of(second)})
    fields = {
        "writer": found[1],
        "family_name": "Zweitab",
        "sex": "unknown",
        "mediator_needed": "not_asked",
        "title": "unknown",
        "legal_basis": basis.pk,
    }
    return client, fields


def cases_of(membership: Membership) -> int:
    with working_as(membership):
        return Case.objects.visible_to(membership).filter(migrant__family_name="Zweitab").count()


def test_nothing_is_stored_for_the_other_agency(
    opened: tuple[Client, dict[str, object]], in_two_agencies: tuple[Membership, Membership]
) -> None:
    client, fields = opened

    answer = client.post(FORM, fields)

    assert answer.status_code == 409
    assert [cases_of(membership) for membership in in_two_agencies] == [0, 0]


def test_switching_back_brings_the_text(
    opened: tuple[Client, dict[str, object]], in_two_agencies: tuple[Membership, Membership]
) -> None:
    client, fields = opened
    client.post(FORM, fields)
    back = f"{FORM}?kept={KeptText.objects.get().pk}"
    assert client.get(back).status_code == 409

    switched = client.post(
        reverse("acting:switch"), {"membership": value_of(in_two_agencies[0]), "next": back}
    )

    assert switched["Location"] == back
    page = client.get(back)
    assert page.context["form"]["family_name"].value() == "Zweitab"


def test_a_draft_is_not_saved_for_the_other_agency(opened: tuple[Client, dict[str, object]]) -> None:
    client, fields = opened

    answer = client.post(reverse("cases:take_up_draft"), fields)

    assert answer.status_code == 409
    assert not Draft.objects.exists()


def test_the_switch_leads_nowhere_else(in_two_agencies: tuple[Membership, Membership]) -> None:
    client = client_for(in_two_agencies[0])

    answer = client.post(
        reverse("acting:switch"),
        {"membership": value_of(in_two_agencies[1]), "next": "https://elsewhere.example/"},
    )

    assert answer["Location"] == reverse("my_day")
