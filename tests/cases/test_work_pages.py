"""The daily work as pages: what is shown to whom, and that nothing typed is lost."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from agencies.acting_membership import value_of
from agencies.models import Membership
from cases.actions.set_follow_up import set_follow_up
from cases.actions.take_note import take_note
from cases.models import Case, FollowUp, Note, Participation, SavedFilter
from core.middleware.kept_text import writer_token
from core.today import today
from tests.factories import bring_in, client_for, make_agency, make_membership, take_up, working_as


def url(name: str, case: Case, **ids: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": case.pk, **ids})


# --- Notes -----------------------------------------------------------------------------------------------------


def test_a_note_is_there_once_however_often_it_is_sent(case: Case, lead: Membership) -> None:
    client, sent = client_for(lead), {"text": "Rückruf", "once": str(uuid4()), "page": url("detail", case)}
    first: Any
    second: Any
    first, second = (client.post(url("note_new", case), sent) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.url == second.url == url("detail", case) + "#notes"
    with working_as(lead):
        assert Note.objects.count() == 1


def test_with_script_the_box_alone_is_answered(case: Case, lead: Membership) -> None:
    client, script = client_for(lead), {"HX-Request": "true"}
    written = client.post(url("note_new", case), {"text": "Rückruf"}, headers=script)
    refused = client.post(url("note_new", case), {"text": ""}, headers=script)
    assert (written.status_code, refused.status_code) == (200, 422)
    assert all(b"<html" not in each.content for each in (written, refused))
    assert "Rückruf" in written.content.decode()


def test_an_ended_session_keeps_the_note_for_the_page_it_was_typed_on(case: Case, lead: Membership) -> None:
    page = url("detail", case)
    typed = {"text": "Zusage bis Freitag", "writer": writer_token(lead.user_id), "page": page}
    to_sign_in: Any = Client().post(url("note_new", case), typed)
    assert to_sign_in.status_code == 302
    back = to_sign_in.url.split("next=")[1].replace("%3F", "?").replace("%3D", "=")
    assert back.startswith(page)
    assert "Zusage bis Freitag" in client_for(lead).get(back).content.decode()


@pytest.mark.parametrize("name", ["phases", "participation_new", "participation_own", "head", "note_new"])
def test_a_form_of_another_agency_is_noticed(name: str, case: Case, lead: Membership) -> None:
    client, elsewhere = client_for(lead), make_membership(make_agency(), user=lead.user)
    assert b'name="writer"' in client.get(url(name, case)).content
    sent = {"writer": writer_token(lead.user_id, acting=value_of(elsewhere))}
    assert client.post(url(name, case), sent).status_code == 409


def test_the_page_of_a_form_is_one_of_ours(case: Case, lead: Membership) -> None:
    for page in ("https://example.org/", "//example.org/", "javascript:x"):
        response: Any = client_for(lead).post(url("note_new", case), {"text": "x", "page": page})
        assert response.url == url("detail", case) + "#notes"


# --- Follow-ups ------------------------------------------------------------------------------------------------


def follow_ups(client: Client, show: str = "open") -> list[FollowUp]:
    return list(client.get(reverse("cases:follow_ups") + f"?show={show}").context["page"].rows)


def test_one_click_sets_it_and_one_ticks_it_off(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    client.post(url("follow_up_new", case), {"in_days": "7"})
    (own,) = follow_ups(client)
    assert own.due_on == today() + timedelta(days=7)

    client.post(url("follow_up_done", case, follow_up_id=own.pk))
    assert (follow_ups(client), follow_ups(client, "done")) == ([], [own])
    client.post(url("follow_up_done", case, follow_up_id=own.pk), {"again": "1"})
    assert follow_ups(client) == [own]


def test_the_lists_go_page_by_page(case: Case, lead: Membership, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.follow_up_list.PAGE_SIZE", 2)
    with working_as(lead):
        days = [3, 1, 2, 1, 5]
        made = [set_follow_up(case, due_on=today() + timedelta(days=day), by=lead) for day in days]
    client, seen, query = client_for(lead), [], ""
    while True:
        page = client.get(reverse("cases:follow_ups") + query).context["page"]
        seen += page.rows
        if not page.older:
            break
        query = f"?position={page.older}"
    assert [each.due_on for each in seen] == sorted(each.due_on for each in made)
    assert {each.pk for each in seen} == {each.pk for each in made}
    assert client.get(reverse("cases:follow_ups") + f"?position={page.newer}").context["page"].rows


def test_my_day_shows_what_is_due(case: Case, lead: Membership) -> None:
    with working_as(lead):
        due = set_follow_up(case, due_on=today(), by=lead)
        set_follow_up(case, due_on=today() + timedelta(days=1), by=lead)
    assert client_for(lead).get(reverse("my_day")).context["day"].follow_ups == [due]


def test_a_note_is_written_on_my_day(case: Case, lead: Membership, uninvolved: Membership) -> None:
    foreign, client = take_up(uninvolved), client_for(lead)
    for key, status in [(case.pk, 303), (foreign.pk, 422), (uuid4(), 422)]:
        sent = {"case": str(key), "text": "Rückruf"}
        assert client.post(reverse("my_day"), sent).status_code == status
    with working_as(lead):
        assert Note.objects.count() == 1


# --- The list --------------------------------------------------------------------------------------------------


def listed(who: Membership, **query: Any) -> set[Case]:
    return set(client_for(who).get(reverse("cases:list"), query).context["page"].rows)


def test_narrowed_by_responsible_urgency_agency_and_follow_up(
    shared_case: Case, lead: Membership, partner: Membership, uninvolved: Membership
) -> None:
    other, colleague = take_up(lead), make_membership(lead.agency)
    with working_as(lead):
        Case.objects.filter(pk=shared_case.pk).update(urgency="urgent")
        Participation.objects.filter(case=other, agency=lead.agency).update(responsible=colleague)
        set_follow_up(other, due_on=today(), by=lead)
    assert listed(lead, urgency="urgent") == {shared_case}
    assert listed(lead, responsible=str(colleague.pk)) == {other}
    assert listed(lead, responsible="nobody") == set()
    assert listed(lead, agency=str(partner.agency_id)) == {shared_case}
    assert listed(lead, due="today") == listed(lead, due="week") == {other}
    assert listed(colleague, due="today") == set()


def test_with_another_agency_only_while_both_take_part(
    shared_case: Case, lead: Membership, partner: Membership, uninvolved: Membership
) -> None:
    theirs = take_up(uninvolved)
    bring_in(theirs, partner.agency, by=uninvolved, areas=["work"], ends_on=today() + timedelta(days=1))
    assert listed(partner, agency=str(uninvolved.agency_id)) == {theirs}
    assert listed(lead, agency=str(uninvolved.agency_id)) == set()
    assert listed(uninvolved, agency=str(lead.agency_id)) == set()


def test_a_view_is_kept_and_deleted(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    kept: Any = client.post(
        reverse("cases:filter_new") + "?phase=planning&mine=on", {"name": "Meine Planung"}
    )
    assert kept.url == reverse("cases:list") + "?phase=planning&mine=on"
    assert "Meine Planung" in client.get(reverse("cases:list")).content.decode()
    with working_as(lead):
        own = SavedFilter.objects.get()
    client.post(reverse("cases:filter_delete", args=[own.pk]))
    assert "Meine Planung" not in client.get(reverse("cases:list")).content.decode()


# --- Assignment, phases, keys ----------------------------------------------------------------------------------


def test_the_loads_of_all_colleagues(case: Case, lead: Membership, team_lead: Membership) -> None:
    with working_as(lead):
        take_note(case, text="x", by=lead)
    loads = client_for(team_lead).get(reverse("cases:assignment")).context["loads"]
    assert {each.member: each.count for each in loads} == {None: 0, lead: 1, team_lead: 0}


def test_what_is_missing_is_said_and_a_reason_lets_the_case_go_on(case: Case, lead: Membership) -> None:
    client = client_for(lead)
    refused = client.post(url("phases", case), {"phase": "planning"})
    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["reason"]
    assert client.post(url("phases", case), {"phase": "planning", "reason": "eilt"}).status_code == 302


def test_the_keys_can_be_switched_off(lead: Membership) -> None:
    client = client_for(lead)
    assert b"data-shortcuts" in client.get(reverse("keyboard")).content
    client.post(reverse("keyboard"), {"shortcuts": "off"})
    assert b"data-shortcuts" not in client.get(reverse("cases:list")).content
    client.post(reverse("keyboard"), {"shortcuts": "on"})
    assert b"data-shortcuts" in client.get(reverse("cases:list")).content
