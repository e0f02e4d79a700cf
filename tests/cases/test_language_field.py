"""The language of an interview: one of the list whatever its case, or kept as typed, never lost."""

from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from agencies.forms.language import LanguageField
from agencies.models import Language, Membership
from cases.actions.end_catalogue_text import end_catalogue_text
from cases.models import Case, Interview
from core.today import today
from tests.cases.api.calls import Api, of, problems, said
from tests.factories import client_for, working_as


def send(by: Membership, case: Case, **fields: str) -> Any:
    sent = {"held_on": today().isoformat(), "consent": "oral", "success": "Arbeit", **fields}
    return client_for(by).post(reverse("cases:interview_new", args=[case.pk]), sent)


@pytest.mark.parametrize("typed", ["Arabisch", "arabisch", " ARABISCH ", "العربية"])
def test_a_listed_language_has_its_german_name(typed: str, case: Case, lead: Membership) -> None:
    assert send(lead, case, language=typed).status_code == 303
    with working_as(lead):
        assert Interview.objects.get().language == "Arabisch"


def test_another_one_is_asked_about_and_nothing_is_lost(case: Case, lead: Membership) -> None:
    refused = send(lead, case, language="Kurmandji", mediator="Frau Habte")
    shown = unescape(refused.content.decode())
    assert refused.status_code == 422
    assert "„Kurmandji“ steht nicht in der Liste der Sprachen. Meinen Sie Kurmandschi?" in shown
    assert all(text in shown for text in ('value="Kurmandji"', "Arbeit", "Frau Habte", "So übernehmen"))
    assert send(lead, case, language="Kurmandji", language_as_typed="on").status_code == 303
    with working_as(lead):
        assert Interview.objects.get().language == "Kurmandji"


def test_what_is_like_none_is_told_without_a_guess(case: Case, lead: Membership) -> None:
    shown = unescape(send(lead, case, language="Xyz").content.decode())
    assert "„Xyz“ steht nicht in der Liste der Sprachen. Wenn es so richtig ist" in shown


def test_the_box_stands_there_only_when_it_is_needed(case: Case, lead: Membership) -> None:
    shown = client_for(lead).get(reverse("cases:interview_new", args=[case.pk])).content.decode()
    assert "language_as_typed" not in shown
    assert shown.count("<option value=") >= Language.objects.offered().count()


def test_a_stored_language_that_nobody_lists_stays(db: None) -> None:
    widget: Any = LanguageField(required=False).widget
    html = widget.render("language", "Plautdietsch", {"id": "id_language"})
    assert "checked" in html
    assert "checked" not in widget.render("language", ["Plautdietsch", False], {"id": "id_language"})


@pytest.mark.parametrize(("typed", "wrong"), [("x" * 61, "61"), ("Ara\x00bisch", "Stelle 4")])
def test_nonsense_is_refused(typed: str, wrong: str, case: Case, lead: Membership) -> None:
    response = send(lead, case, language=typed)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["language"])
    assert wrong in response.content.decode()


def test_a_draft_brings_back_what_was_typed_and_ticked(case: Case, lead: Membership) -> None:
    client, address = client_for(lead), reverse("cases:interview_new", args=[case.pk])
    client.post(address, {"language": "Plautdietsch", "language_as_typed": "on", "draft": "1"})
    form = client.get(address).context["form"]
    assert form["language"].value() == ["Plautdietsch", True]


def test_a_language_that_ended_is_offered_no_more(catalogue_administrator: Membership) -> None:
    with working_as(catalogue_administrator):
        arabic = Language.objects.get(code="ar")
        end_catalogue_text(arabic, on=today(), by=catalogue_administrator)
    assert not Language.objects.offered().filter(code="ar").exists()


def test_the_interface_asks_in_the_same_way(case: Case, lead: Membership) -> None:
    statement = {"question": "success", "text": "Arbeit"}
    body = {"held_on": "2026-01-05", "consent": "oral", "language": "farsii", "statements": [statement]}
    assert "Farsi" in problems(Api(lead).post(of(case, "interviews/"), body))["language"][0]
    kept = Api(lead).post(of(case, "interviews/"), {**body, "language_as_typed": True})
    assert said(kept)["language"] == "farsii"
    listed = Api(lead).post(of(case, "interviews/"), {**body, "language": "FARSI"})
    assert said(listed)["language"] == "Farsi"
