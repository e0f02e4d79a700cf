"""The guide in the interview: today's wording is asked, an old interview shows the old one, nothing typed is lost."""

from datetime import timedelta
from html import unescape
from typing import Any

from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from cases.actions.end_catalogue_text import end_catalogue_text
from cases.actions.write_catalogue_text import write_catalogue_text
from cases.forms.analysis_beginning import of_interviews
from cases.models import Case, Interview, InterviewStatement
from cases.models.vocabulary import LifeArea
from core.today import today
from tests.cases.catalogue_texts import checked, prompts, question, reword, stored
from tests.factories import client_for, interview, working_as


def page(client: Client, name: str, case: Case, **ids: Any) -> str:
    return unescape(client.get(reverse(f"cases:{name}", kwargs={"case_id": case.pk, **ids})).content.decode())


def send(by: Membership, case: Case, **fields: str) -> Any:
    sent = {"held_on": today().isoformat(), "consent": "oral", **fields}
    return client_for(by).post(reverse("cases:interview_new", args=[case.pk]), sent)


def end(code: str, *, by: Membership) -> None:
    with working_as(by):
        end_catalogue_text(stored(code), on=today(), by=by)


def test_an_interview_keeps_the_wording_that_was_asked(
    case: Case, lead: Membership, catalogue_administrator: Membership
) -> None:
    old = stored("success").wording
    held = interview(case, by=lead)
    reword("success", "Was wäre für Sie gut?", by=catalogue_administrator)
    client = client_for(lead)

    assert "Was wäre für Sie gut?" in page(client, "interview_new", case)
    assert old in page(client, "interview", case, interview_id=held.pk)
    later = interview(case, by=lead)
    assert "Was wäre für Sie gut?" in page(client, "interview", case, interview_id=later.pk)


def test_an_earlier_interview_recorded_later_was_asked_in_the_earlier_wording(
    case: Case, lead: Membership, catalogue_administrator: Membership
) -> None:
    reword("success", "Was wäre für Sie gut?", by=catalogue_administrator)
    send(lead, case, success="Arbeit", held_on=(today() - timedelta(days=1)).isoformat())
    with working_as(lead):
        assert InterviewStatement.objects.get().asked.version == 1


def test_a_further_question_is_asked_stored_and_goes_into_the_analysis(
    case: Case, lead: Membership, catalogue_administrator: Membership
) -> None:
    by = catalogue_administrator
    with working_as(by):
        added = write_catalogue_text(question("Was hat geholfen?", position=4), by=by)
    assert "Dieser Wortlaut ist noch nicht geprüft." in page(client_for(lead), "interview_new", case)
    assert send(lead, case, **{added.code: "Der Kurs", "success": "Arbeit"}).status_code == 303
    with working_as(lead):
        beginning = of_interviews([Interview.objects.get()], for_=lead)
    assert beginning["own_words"] == "Arbeit\n\nDer Kurs"


def test_a_retired_question_is_asked_no_more_but_its_answer_is_not_lost(
    case: Case, lead: Membership, catalogue_administrator: Membership
) -> None:
    client = client_for(lead)
    draft = {"problems": "Zu viele Wege", "draft": "1"}
    client.post(reverse("cases:interview_new", args=[case.pk]), draft)
    end("problems", by=catalogue_administrator)
    assert "Zu viele Wege" in page(client, "interview_new", case)
    assert stored("problems").wording in page(client, "interview_new", case)
    refused = send(lead, case, problems="Zu viele Wege", consent="")
    assert (refused.status_code, "Zu viele Wege" in refused.content.decode()) == (422, True)
    assert send(lead, case, problems="Zu viele Wege").status_code == 303
    assert stored("problems").wording not in page(client, "interview_new", case)


def test_each_life_area_has_its_prompts_and_says_what_nobody_checked(
    case: Case, lead: Membership, catalogue_administrator: Membership
) -> None:
    checked(prompts("housing"), by=catalogue_administrator)
    shown = page(client_for(lead), "interview_new", case)
    for area in LifeArea.values:
        lines = prompts(area).lines
        assert 3 <= len(lines) <= 6
        assert all(line in shown for line in lines), area
    assert shown.count("Woran Sie denken können <") == len(LifeArea.values) - 1
