"""Drafts: what is typed is kept for its writer alone, until it is sent or discarded."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Membership
from cases.form_draft import saved_at
from cases.models import Case, CaseAnalysis, Draft, Interview
from core.acting import acting
from core.today import today
from tests.factories import analysis, client_for, working_as

TYPED = {
    "success": "Noch nicht fertig",
    "work-situation": "Zwei Zusagen",
    "work-shared": "on",
    "held_on": "gestern",
}


def url(name: str, case: Case, **ids: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": case.pk, **ids})


def values(client: Client, to: str) -> dict[str, object]:
    """What stands in the form now."""
    return {field.name: field.value() for field in client.get(to).context["form"]}


def drafts_of(membership: Membership) -> list[Draft]:
    with working_as(membership):
        return list(Draft.objects.visible_to(membership))


def test_draft_saves_itself_unchecked_and_says_when(case: Case, lead: Membership) -> None:
    response = client_for(lead).post(url("draft", case, kind="interview"), TYPED)

    (draft,) = drafts_of(lead)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/plain")
    assert f"{timezone.localtime(draft.saved_at):%H:%M}".lstrip("0") in response.content.decode()
    assert draft.fields["held_on"] == ["gestern"]


def test_button_saves_without_script_and_comes_back_to_the_text(case: Case, lead: Membership) -> None:
    client, form = client_for(lead), url("interview_new", case)

    response = client.post(form, {**TYPED, "draft": "1"})

    assert (response.status_code, response["Location"]) == (303, form)
    page = client.get(form)
    shown = page.context["form"]
    assert not shown.is_bound
    assert [shown[name].value() for name in TYPED] == ["Noch nicht fertig", "Zwei Zusagen", True, "gestern"]
    assert saved_at(drafts_of(lead)[0]) in page.content.decode()


def test_saving_again_replaces_the_draft(case: Case, lead: Membership) -> None:
    client, to = client_for(lead), url("draft", case, kind="interview")

    client.post(to, TYPED)
    client.post(to, {"success": "Fertig"})

    assert [draft.fields["success"] for draft in drafts_of(lead)] == [["Fertig"]]


def test_nobody_else_is_offered_the_draft(
    shared_case: Case, lead: Membership, team_lead: Membership, partner: Membership
) -> None:
    client_for(lead).post(url("draft", shared_case, kind="interview"), TYPED)

    for other in (team_lead, partner):
        assert not values(client_for(other), url("interview_new", shared_case))["success"]
        assert drafts_of(other) == []


def test_sending_forgets_the_draft(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    client.post(url("draft", case, kind="interview"), TYPED)

    sent = {**TYPED, "held_on": today().isoformat(), "consent": "oral"}
    assert client.post(url("interview_new", case), sent).status_code == 303

    assert drafts_of(lead) == []
    with working_as(lead):
        assert Interview.objects.count() == 1


def test_discarding_shows_the_form_as_it_was(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    client.post(url("draft", case, kind="interview"), TYPED)

    response = client.post(url("draft_discard", case, kind="interview"))

    assert (response.status_code, response["Location"]) == (303, url("interview_new", case))
    assert drafts_of(lead) == []


def test_reading_agency_keeps_no_drafts(
    shared_case: Case, reader: Membership, uninvolved: Membership
) -> None:
    for membership, status in ((reader, 403), (uninvolved, 404)):
        client = client_for(membership)
        assert client.post(url("draft", shared_case, kind="interview"), TYPED).status_code == status
        assert client.post(url("draft_discard", shared_case, kind="interview")).status_code == status


def test_unknown_kind_does_not_exist(case: Case, lead: Membership) -> None:
    assert client_for(lead).post(url("draft", case, kind="take_up"), TYPED).status_code == 404


def test_looking_at_the_address_saves_nothing(case: Case, lead: Membership) -> None:
    assert client_for(lead).get(url("draft", case, kind="interview")).status_code == 405


def test_nul_is_refused_with_a_sentence_and_other_signs_wait(case: Case, lead: Membership) -> None:
    client, to = client_for(lead), url("draft", case, kind="interview")

    refused = client.post(to, {"success": "vor\x00her"})

    assert refused.status_code == 422
    assert refused.content
    assert client.post(to, {"success": "vor\x0bher"}).status_code == 200
    button = client.post(url("interview_new", case), {"success": "vor\x00her", "draft": "1"})
    assert button.status_code == 422
    assert [draft.fields["success"] for draft in drafts_of(lead)] == [["vor\x0bher"]]


def test_line_says_the_day_when_it_was_not_today(case: Case, lead: Membership) -> None:
    now = timezone.now()
    with acting(lead.agency_id):
        assert f"{timezone.localtime(now):%d.%m.%Y}" not in saved_at(Draft(saved_at=now))
        before = now - timedelta(days=2)
        assert f"{timezone.localtime(before):%d.%m.%Y}" in saved_at(Draft(saved_at=before))


# --- One analysis is written at a time ----------------------------------------------------------------------------


@pytest.fixture
def written(case: Case, lead: Membership) -> CaseAnalysis:
    """An analysis that is stored."""
    return analysis(case, by=lead, word="Gespeichert")


def test_draft_of_a_change_is_offered_in_that_form_alone(
    case: Case, lead: Membership, written: CaseAnalysis
) -> None:
    client, edit = client_for(lead), url("analysis_edit", case, analysis_id=written.pk)
    client.post(url("draft", case, kind="analysis"), {"title": "Im Werden", "about": str(written.pk)})

    assert values(client, edit)["title"] == "Im Werden"
    new = client.get(url("analysis_new", case))
    assert new.context["form"]["title"].value() is None
    assert f'href="{edit}"' in new.content.decode()


def test_another_form_overwrites_neither_draft_nor_text(
    case: Case, lead: Membership, written: CaseAnalysis
) -> None:
    client = client_for(lead)
    client.post(url("draft", case, kind="analysis"), {"title": "Im Werden", "about": str(written.pk)})

    answers = [
        client.post(url("draft", case, kind="analysis"), {"title": "Andere"}),
        client.post(url("analysis_new", case), {"title": "Andere", "draft": "1"}),
        client.post(
            url("analysis_new", case), {"title": "Andere", "as_of": today().isoformat(), "goals": "Ein Ziel"}
        ),
    ]

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert answers[-1].context["form"]["title"].value() == "Andere"
    assert [draft.fields["title"] for draft in drafts_of(lead)] == [["Im Werden"]]


def test_discarding_a_change_leads_back_to_it(case: Case, lead: Membership, written: CaseAnalysis) -> None:
    client = client_for(lead)
    client.post(url("draft", case, kind="analysis"), {"title": "Im Werden", "about": str(written.pk)})

    response = client.post(url("draft_discard", case, kind="analysis"), {"about": str(written.pk)})

    assert response["Location"] == url("analysis_edit", case, analysis_id=written.pk)
    assert drafts_of(lead) == []


# --- Taking up a person, before there is a case -------------------------------------------------------------------


def test_person_not_yet_taken_up_waits_for_her_writer(lead: Membership, moderator: Membership) -> None:
    client = client_for(lead)

    saved = client.post(reverse("cases:take_up_draft"), {"family_name": "Tesfay"})

    assert saved.status_code == 200
    assert values(client, reverse("cases:take_up"))["family_name"] == "Tesfay"
    assert client_for(moderator).post(reverse("cases:take_up_draft")).status_code == 403
    assert client.post(reverse("cases:take_up_draft_discard"))["Location"] == reverse("cases:take_up")
    assert drafts_of(lead) == []
