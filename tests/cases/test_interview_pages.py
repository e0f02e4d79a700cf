"""Interviews as pages: who reads what, and that what was typed is stored as it was typed."""

from datetime import timedelta
from html import escape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from agencies.models import Agency, Membership
from audit.models import Entry
from cases.models import Case, Interview, InterviewAnswer, InterviewStatement, LegalBasis
from cases.models.vocabulary import LifeArea
from core.today import today
from tests.factories import bring_in, client_for, interview, make_agency, make_basis, working_as

SENT = {"consent": "oral", "success": "Eine Liste, von Anfang an."}


def url(name: str, case: Case, **ids: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": case.pk, **ids})


def send(client: Client, case: Case, **fields: str) -> Any:
    return client.post(url("interview_new", case), {"held_on": today().isoformat(), **SENT, **fields})


def stored(by: Membership) -> Interview:
    with working_as(by):
        return Interview.objects.visible_to(by).get()


# --- Who reads what --------------------------------------------------------------------------------------------


def test_list_names_agency_and_what_is_open(shared_case: Case, lead: Membership, partner: Membership) -> None:
    interview(shared_case, by=lead, shared=["work"], kept=["health"])

    own = client_for(lead).get(url("interviews", shared_case))
    foreign = client_for(partner).get(url("interviews", shared_case))

    assert [areas for _interview, areas in own.context["rows"]] == [2]
    assert [areas for _interview, areas in foreign.context["rows"]] == [1]


def test_list_can_be_turned_round(case: Case, lead: Membership) -> None:
    first, second = interview(case, by=lead), interview(case, by=lead)

    def order(query: str) -> list[Interview]:
        response = client_for(lead).get(url("interviews", case) + query)
        return [each for each, _areas in response.context["rows"]]

    assert order("") == list(reversed(order("?order=oldest")))
    assert set(order("")) == {first, second}


def test_empty_list_says_what_will_stand_there(case: Case, lead: Membership) -> None:
    assert "fb-empty" in client_for(lead).get(url("interviews", case)).content.decode()


def test_own_agency_reads_everything(case: Case, lead: Membership) -> None:
    held = interview(case, by=lead, shared=["work"], kept=["health"], word="Wortlaut")

    page = client_for(lead).get(url("interview", case, interview_id=held.pk)).content.decode()

    assert page.count("Wortlaut") == 3


def test_other_agency_reads_the_open_answer_alone(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    held = interview(shared_case, by=lead, shared=["work", "housing"], kept=["finances"], word="Wortlaut")

    page = client_for(partner).get(url("interview", shared_case, interview_id=held.pk)).content.decode()

    assert "Wortlaut work" in page
    assert page.count("Wortlaut") == 1
    assert lead.agency.name in page
    assert lead.user.name not in page


def test_interview_of_which_nothing_is_open_does_not_exist(
    shared_case: Case, lead: Membership, reader: Membership
) -> None:
    held = interview(shared_case, by=lead, shared=["work"])

    response = client_for(reader).get(url("interview", shared_case, interview_id=held.pk))

    assert response.status_code == 404


@pytest.mark.parametrize("name", ["interviews", "interview_new"])
def test_uninvolved_agency_finds_no_page(case: Case, uninvolved: Membership, name: str) -> None:
    assert client_for(uninvolved).get(url(name, case)).status_code == 404


def test_reading_agency_may_not_record(shared_case: Case, reader: Membership) -> None:
    assert client_for(reader).get(url("interview_new", shared_case)).status_code == 403
    assert send(client_for(reader), shared_case).status_code == 403


def test_looking_at_an_interview_is_noted(case: Case, lead: Membership) -> None:
    held = interview(case, by=lead)

    client_for(lead).get(url("interview", case, interview_id=held.pk))

    with working_as(lead):
        assert Entry.objects.filter(verb="viewed", object_type="Interview", object_id=held.pk).count() == 1


# --- Recording -------------------------------------------------------------------------------------------------


def test_consent_is_never_ticked_beforehand(case: Case, lead: Membership) -> None:
    form = client_for(lead).get(url("interview_new", case)).context["form"]

    assert not form["consent"].value()
    assert [section.area for section in form.sections] == list(LifeArea)
    assert not any(section.shared.value() for section in form.sections)


def test_form_says_who_would_read_each_area(
    shared_case: Case, lead: Membership, jobcentre: Agency, basis: LegalBasis
) -> None:
    expired = make_basis(valid_until=today())
    closed = make_agency("Geschlossene Stelle")
    bring_in(
        shared_case, make_agency("Später"), by=lead, areas=["work"], starts_on=today() + timedelta(days=1)
    )
    bring_in(shared_case, make_agency("Ohne Grundlage"), by=lead, areas=["work"], basis=expired)
    bring_in(shared_case, closed, by=lead, areas=["work"])
    Agency.objects.filter(pk=closed.pk).update(active=False)

    form = client_for(lead).get(url("interview_new", shared_case)).context["form"]
    readers = {section.area: section.readers for section in form.sections}

    assert [(each.agency, each.basis) for each in readers[LifeArea.WORK]] == [(jobcentre, basis)]
    assert not readers[LifeArea.HOUSING]


def test_readers_cost_one_query_however_many(
    case: Case, lead: Membership, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_for(lead)
    with django_assert_max_num_queries(20) as alone:
        client.get(url("interview_new", case))
    for _number in range(3):
        bring_in(case, make_agency(), by=lead, areas=LifeArea.values)

    with django_assert_max_num_queries(len(alone)):
        client.get(url("interview_new", case))


def test_recorded_interview_holds_what_was_said_and_no_more(case: Case, lead: Membership) -> None:
    areas = {
        "work-situation": "Zwei Zusagen.",
        "work-shared": "on",
        "housing-rating": "2",
        "health-shared": "on",
        "school-rating": "",
    }

    response = send(client_for(lead), case, **areas)

    held = stored(lead)
    assert response.status_code == 303
    assert response.url == url("interview", case, interview_id=held.pk)
    with working_as(lead):
        answers = {each.life_area: each for each in InterviewAnswer.objects.filter(interview=held)}
    assert set(answers) == {"work", "housing"}
    assert (answers["work"].shared, answers["work"].rating) == (True, None)
    assert (answers["housing"].shared, answers["housing"].rating) == (False, 2)


def test_missing_consent_keeps_everything_typed(case: Case, lead: Membership) -> None:
    response = send(client_for(lead), case, consent="", **{"work-situation": "Zwei Zusagen."})
    form = response.context["form"]

    assert response.status_code == 422
    assert form["work-situation"].value() == "Zwei Zusagen."
    assert form["success"].value() == SENT["success"]
    assert list(form.errors) == ["consent"]


def test_refusal_stands_at_its_field(case: Case, lead: Membership) -> None:
    response = send(client_for(lead), case, held_on=(today() + timedelta(days=1)).isoformat())

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["held_on"]


def test_interview_without_a_word_is_refused(case: Case, lead: Membership) -> None:
    response = send(client_for(lead), case, success="")

    assert response.status_code == 422
    assert response.context["form"].non_field_errors()


# --- What people type ------------------------------------------------------------------------------------------

UNCHANGED = {
    "marks of direction": "\u200fقلت لكل دائرة كل شيء\u200f (LIP) \u2067أ\u2069",
    "HTML": "<script>alert('x')</script> & <b>fett</b>",
    "emoji": "Zwei Räume 🏠👨\u200d👩\u200d👧",
    "several lines": "erstens\nzweitens\n\ndrittens",
    "10,000 characters": "ä" * 10_000,
}


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_text_is_stored_unchanged_and_shown_escaped(case: Case, lead: Membership, text: str) -> None:
    client = client_for(lead)
    typed = text.replace("\n", "\r\n")

    response = send(client, case, success=typed, **{"work-situation": typed})

    held = stored(lead)
    with working_as(lead):
        assert InterviewStatement.objects.get(interview=held).text == text
        assert InterviewAnswer.objects.get(interview=held).situation == text
    assert client.get(response.url).content.decode().count(escape(text)) == 2


REFUSED = {"NUL": "vor\x00her", "escape": "vor\x1bher", "10,001 characters": "ä" * 10_001}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("field", ["success", "work-situation"])
def test_text_that_does_not_fit_is_refused_at_its_field(
    case: Case, lead: Membership, field: str, text: str
) -> None:
    response = send(client_for(lead), case, **{field: text})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
