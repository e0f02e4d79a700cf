"""A form that is sent twice makes one thing, also when both arrive at once."""

import re
import threading
from collections.abc import Mapping

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from cases.models import Case, CaseAnalysis, Interview, LegalBasis
from core.today import today
from tests.factories import client_for, working_as


def once(page: str) -> str:
    """The id that the form carries."""
    found = re.search(r'name="once" value="([^"]+)"', page)
    assert found
    return found[1]


def sent_twice(client: Client, address: str, fields: Mapping[str, object]) -> list[str]:
    """Where both answers lead."""
    fields = {**fields, "once": once(client.get(address).content.decode())}
    return [client.post(address, fields).get("Location", "no answer") for _ in range(2)]


def test_one_case(lead: Membership, basis: LegalBasis) -> None:
    fields = {
        "family_name": "Einmal",
        "sex": "unknown",
        "mediator_needed": "not_asked",
        "title": "unknown",
        "legal_basis": basis.pk,
    }
    first, second = sent_twice(client_for(lead), reverse("cases:take_up"), fields)

    assert first == second
    with working_as(lead):
        assert Case.objects.filter(migrant__family_name="Einmal").count() == 1


def test_one_interview(case: Case, lead: Membership) -> None:
    fields = {"held_on": today().isoformat(), "consent": "oral", "success": "Einmal"}
    first, second = sent_twice(client_for(lead), reverse("cases:interview_new", args=[case.pk]), fields)

    assert first == second
    with working_as(lead):
        assert Interview.objects.count() == 1


def test_another_text_in_a_copy_of_the_form_is_not_lost(case: Case, lead: Membership) -> None:
    client, address = client_for(lead), reverse("cases:interview_new", args=[case.pk])
    fields = {
        "held_on": today().isoformat(),
        "consent": "oral",
        "once": once(client.get(address).content.decode()),
    }
    first, second = (
        client.post(address, {**fields, "success": text})["Location"] for text in ("Eins", "Zwei")
    )

    assert first != second
    with working_as(lead):
        assert Interview.objects.count() == 2


def test_one_analysis(case: Case, lead: Membership) -> None:
    fields = {"as_of": today().isoformat(), "title": "Einmal", "goals": "Arbeit"}
    first, second = sent_twice(client_for(lead), reverse("cases:analysis_new", args=[case.pk]), fields)

    assert first == second
    with working_as(lead):
        assert CaseAnalysis.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_interview_when_both_arrive_at_once(case: Case, lead: Membership) -> None:
    address = reverse("cases:interview_new", args=[case.pk])
    clients = [client_for(lead) for _ in range(4)]
    fields = {"held_on": today().isoformat(), "consent": "oral", "success": "Einmal"}
    fields["once"] = once(clients[0].get(address).content.decode())
    answers: list[str] = []

    def send(client: Client) -> None:
        answers.append(client.post(address, fields).get("Location", "no answer"))
        connections.close_all()

    threads = [threading.Thread(target=send, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(answers)) == 1
    with working_as(lead):
        assert Interview.objects.count() == 1
