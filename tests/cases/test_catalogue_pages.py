"""The catalogues as pages: everybody who acts reads them, one role writes, another person checks."""

from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import CheckedText, Membership
from cases.catalogues import CATALOGUES, path_of
from cases.models import LegalBasis
from core.today import today
from tests.cases.catalogue_texts import checked, prompts, reword, second_keeper, stored
from tests.factories import client_for

SLUGS = [catalogue.slug for catalogue in CATALOGUES]


def page(client: Client, path: str) -> str:
    return unescape(client.get(path).content.decode())


def url(name: str, slug: str, text: CheckedText | None = None) -> str:
    return reverse(f"cases:catalogue{name}", args=[slug, text.pk] if text else [slug])


def rewording(wording: str, **fields: Any) -> dict[str, Any]:
    return {
        "wording": wording,
        "position": 3,
        "source": "Leitfaden",
        "valid_from": today().isoformat(),
        **fields,
    }


@pytest.mark.parametrize("slug", SLUGS)
def test_every_catalogue_is_read_by_who_acts(
    slug: str, lead: Membership, catalogue_administrator: Membership
) -> None:
    shown = client_for(lead).get(url("", slug))
    texts = shown.context["texts"]
    assert "noch nicht geprüft" in shown.content.decode()
    assert url("_text_new", slug) not in shown.content.decode()
    text = page(client_for(lead), path_of(texts[0]))
    assert "Neue Fassung schreiben" not in text
    for form in ("_text_edit", "_text_check", "_text_end"):
        assert client_for(catalogue_administrator).get(url(form, slug, texts[0])).status_code == 200
        assert client_for(lead).get(url(form, slug, texts[0])).status_code == 403


def test_the_overview_counts_what_waits_for_her(catalogue_administrator: Membership) -> None:
    before = client_for(catalogue_administrator).get(reverse("cases:catalogues")).context
    reword("problems", "Was fehlt?", by=catalogue_administrator)
    checked(stored("success"), by=catalogue_administrator)
    after = client_for(catalogue_administrator).get(reverse("cases:catalogues")).context
    # Her own text waits for somebody else, and of the three that came with the program one is checked.
    assert after["for_her"] == before["for_her"] - 2
    assert (after["states"][0].total, after["states"][0].unchecked) == (3, 2)


def test_lists_are_narrowed_and_ordered(catalogue_administrator: Membership) -> None:
    client, address = client_for(catalogue_administrator), url("", "lead-questions")
    checked(stored("success"), by=catalogue_administrator)
    unchecked = client.get(f"{address}?state=unchecked").context["texts"]
    assert [text.code for text in unchecked] == ["cooperation", "problems"]
    reword("cooperation", "Wie arbeiten die Stellen zusammen?", by=catalogue_administrator)
    assert client.get(f"{address}?order=latest").context["texts"][0].code == "cooperation"
    over = client.get(f"{address}?state=over")
    assert "Noch kein Text dieses Katalogs ist beendet." in over.content.decode()


def test_one_writes_and_another_checks(catalogue_administrator: Membership) -> None:
    writer, checker = catalogue_administrator, second_keeper(catalogue_administrator)
    before = stored("problems")
    answer = client_for(writer).post(url("_text_edit", "lead-questions", before), rewording("Was fehlt?"))
    written = stored("problems")
    assert answer.headers["Location"] == path_of(written)
    shown = page(client_for(writer), path_of(written))
    assert "Sie haben diesen Text selbst geschrieben." in shown
    assert "Diesen Text prüfen" not in shown

    confirmed = {"against": "Beschluss", "confirmed": "on"}
    address = url("_text_check", "lead-questions", written)
    refused = client_for(writer).post(address, confirmed)
    assert (refused.status_code, "selbst geschrieben" in refused.content.decode()) == (422, True)
    assert client_for(checker).post(address, {"against": "Beschluss"}).status_code == 422
    assert client_for(checker).post(address, confirmed).status_code == 303
    assert f"geprüft von {checker}" in page(client_for(writer), path_of(written))


def test_who_was_slower_keeps_her_text_and_saves_once_more(catalogue_administrator: Membership) -> None:
    before = stored("problems")
    faster = reword("problems", "Was fehlt?", by=second_keeper(catalogue_administrator))
    client, address = client_for(catalogue_administrator), url("_text_edit", "lead-questions", before)
    refused = client.post(address, rewording("Was stört?", seen=str(before.pk)))
    shown = unescape(refused.content.decode())
    assert refused.status_code == 422
    assert 'value="Was stört?"' in shown
    assert f'name="seen" value="{faster.pk}"' in shown
    assert client.post(address, rewording("Was stört?", seen=str(faster.pk))).status_code == 303
    assert stored("problems").version == 3


def test_the_difference_is_shown_word_by_word(lead: Membership, catalogue_administrator: Membership) -> None:
    old = stored("problems")
    text = reword("problems", old.wording.replace("Probleme", "Hindernisse"), by=catalogue_administrator)
    changes = client_for(lead).get(path_of(text)).context["reading"].changes
    kinds = [(piece.kind, piece.text) for piece in changes[0].pieces if piece.kind != "same"]
    assert kinds == [("gone", "Probleme"), ("new", "Hindernisse")]


def test_the_prompts_are_twelve_and_no_more(catalogue_administrator: Membership) -> None:
    assert client_for(catalogue_administrator).get(url("_text_new", "prompts")).status_code == 403
    assert "Wohnen" in page(client_for(catalogue_administrator), path_of(prompts("housing")))


def test_what_nobody_checked_is_chosen_knowing_it(
    lead: Membership, basis: LegalBasis, catalogue_administrator: Membership
) -> None:
    client, address = client_for(lead), reverse("cases:take_up")
    assert f"{basis.citation}: {basis.title} (noch nicht geprüft)" in page(client, address)
    checked(basis, by=catalogue_administrator)
    assert f"{basis.citation}: {basis.title} (noch nicht geprüft)" not in page(client, address)


def test_without_a_membership_there_is_nothing_to_read(ended: Membership) -> None:
    for name in ("cases:catalogues",):
        assert client_for(ended).get(reverse(name)).status_code == 403


def test_a_catalogue_that_is_none(lead: Membership, basis: LegalBasis) -> None:
    client = client_for(lead)
    assert client.get(url("", "nonsense")).status_code == 404
    assert client.get(url("_text", "languages", basis)).status_code == 404
