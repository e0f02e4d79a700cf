"""A form sent after the session ended waits, encrypted, for its writer, and is offered after she signed in."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Membership
from cases.models import Case, Interview
from core.middleware.kept_text import writer_token
from core.models import KeptText
from core.today import today
from tests.factories import PASSWORD, client_for, working_as

TYPED = {
    "consent": "oral",
    "success": "Zwei Seiten in seinen Worten",
    "work-shared": "on",
    "work-situation": "Zusage",
}


@pytest.fixture
def form(case: Case) -> str:
    """The address of the form."""
    return reverse("cases:interview_new", kwargs={"case_id": case.pk})


@pytest.fixture
def way_back(form: str, lead: Membership) -> str:
    """Where she is led after she sent the form without a session."""
    sent = {**TYPED, "held_on": today().isoformat(), "writer": writer_token(lead.user_id)}
    response = Client().post(form, sent)
    assert response.status_code == 302
    assert response["Location"].startswith(reverse(settings.LOGIN_URL))
    return f"{form}?kept={KeptText.objects.get().pk}"


def shown(client: Client, address: str) -> object:
    return client.get(address).context["form"]["success"].value()


def test_page_carries_the_name_of_its_writer(form: str, lead: Membership) -> None:
    page = client_for(lead).get(form).content.decode()

    assert 'name="writer"' in page


def test_signing_in_leads_back_to_the_text(case: Case, form: str, lead: Membership) -> None:
    client = Client()
    sent = {**TYPED, "writer": writer_token(lead.user_id)}
    to_sign_in = client.post(form, sent)

    signed_in = client.post(to_sign_in["Location"], {"login": lead.user.email, "password": PASSWORD})

    assert shown(client, signed_in["Location"]) == TYPED["success"]
    back = client.get(signed_in["Location"])
    assert back.context["form"]["work-shared"].value() is True
    assert not back.context["form"].errors


def test_nothing_of_it_is_readable_in_the_database(way_back: str) -> None:
    kept = KeptText.objects.get()

    assert b"Worten" not in bytes(kept.secret)
    assert kept.fields["success"] == [TYPED["success"]]
    assert "writer" not in kept.fields


def test_page_can_be_loaded_again_until_it_is_sent(lead: Membership, way_back: str) -> None:
    client = client_for(lead)
    assert shown(client, way_back) == TYPED["success"]
    assert shown(client, way_back) == TYPED["success"]

    response = client.post(way_back, {**TYPED, "held_on": today().isoformat()})

    assert response.status_code == 303
    assert not KeptText.objects.exists()
    with working_as(lead):
        assert Interview.objects.count() == 1


def test_saving_it_as_a_draft_uses_it_up(lead: Membership, way_back: str) -> None:
    client = client_for(lead)

    assert client.post(way_back, {**TYPED, "draft": "1"}).status_code == 303

    assert not KeptText.objects.exists()
    assert shown(client, way_back) == TYPED["success"]


def test_it_goes_before_an_older_draft(case: Case, lead: Membership, way_back: str) -> None:
    client = client_for(lead)
    client.post(
        reverse("cases:draft", kwargs={"case_id": case.pk, "kind": "interview"}), {"success": "Älter"}
    )

    assert shown(client, way_back) == TYPED["success"]


def test_nobody_else_gets_it(team_lead: Membership, way_back: str) -> None:
    assert not shown(client_for(team_lead), way_back)


def test_it_is_offered_in_its_own_form_alone(case: Case, lead: Membership, way_back: str) -> None:
    other = reverse("cases:analysis_new", kwargs={"case_id": case.pk})

    page = client_for(lead).get(f"{other}?{way_back.partition('?')[2]}")

    assert page.context["draft"].kept is None


def test_after_an_hour_it_is_gone(lead: Membership, way_back: str) -> None:
    long_ago = timezone.now() - timedelta(minutes=settings.KEPT_TEXT_MINUTES)
    KeptText.objects.update(kept_at=long_ago)

    assert not shown(client_for(lead), way_back)


@pytest.mark.parametrize("kept", ["", "x", "x\x00", "00000000-0000-0000-0000-000000000000"])
def test_address_without_a_text_shows_the_empty_form(form: str, lead: Membership, kept: str) -> None:
    response = client_for(lead).get(form, {"kept": kept})

    assert response.status_code == 200
    assert not response.context["form"]["success"].value()


@pytest.mark.parametrize("writer", ["", "x", "ImVpbmUgRsOkbHNjaHVuZyI:1tRk5u:AAAA"])
def test_text_of_an_unknown_writer_is_not_kept(form: str, writer: str) -> None:
    response = Client().post(form, {**TYPED, "writer": writer})

    assert response.status_code == 302
    assert not KeptText.objects.exists()


def test_signing_in_again_in_a_second_window_loses_nothing(form: str, lead: Membership) -> None:
    """The open page holds the token of the session before."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(lead.user)
    sent = {**TYPED, "writer": writer_token(lead.user_id), "csrfmiddlewaretoken": "a" * 64}

    answer = client.post(form, sent)

    assert answer.status_code == 302
    assert shown(client, answer["Location"]) == TYPED["success"]


def test_a_form_from_elsewhere_keeps_nothing(form: str, lead: Membership) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(lead.user)

    answer = client.post(form, {**TYPED, "writer": "forged"})

    assert answer.status_code == 403
    assert not KeptText.objects.exists()


def test_a_short_form_that_is_stored_leaves_no_copy(case: Case, lead: Membership) -> None:
    path = reverse("cases:head", args=[case.pk])
    kept = KeptText.sealed(user_id=lead.user_id, path=path, fields={"summary": ["Ich will"]})
    kept.save()
    client, address = client_for(lead), f"{path}?kept={kept.pk}"
    assert client.post(address, {"urgency": "nothing"}).status_code == 422
    assert KeptText.objects.filter(pk=kept.pk).exists()
    assert client.post(address, {"urgency": "normal", "summary": "Ich will"}).status_code == 303
    assert not KeptText.objects.filter(pk=kept.pk).exists()
