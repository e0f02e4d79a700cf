"""Analyses as pages: an agency's own work, of which others read the shared rows alone."""

from html import escape
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from audit.models import Entry
from cases.models import AnalysisRow, AnalysisText, Case, CaseAnalysis, Interview
from core.today import today
from tests.factories import analysis, break_point, client_for, interview, working_as


def url(name: str, case: Case, **ids: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": case.pk, **ids})


def send(client: Client, case: Case, *, to: str = "", **fields: str) -> Any:
    content = {"as_of": today().isoformat(), "title": "Drei Ämter warten", "goals": "bis zum Winter fahren"}
    return client.post(to or url("analysis_new", case), {**content, **fields})


def beginning(client: Client, case: Case, held: Interview) -> dict[str, object]:
    """What the form begins with when the interview is chosen."""
    response = client.get(url("analysis_new", case), {"interview": str(held.pk)})
    return {field.name: field.value() for field in response.context["form"]}


# --- Who reads what --------------------------------------------------------------------------------------------


def test_own_agency_reads_title_texts_and_all_rows(case: Case, lead: Membership) -> None:
    written = analysis(case, by=lead, shared=["work"], kept=["health"], word="Wortlaut")

    response = client_for(lead).get(url("analysis", case, analysis_id=written.pk))

    assert response.context["reading"].is_own
    # title, section, two rows
    assert response.content.decode().count("Wortlaut") == 4


def test_other_agency_reads_the_open_row_alone(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    written = analysis(shared_case, by=lead, shared=["work", "housing"], kept=["finances"], word="Wortlaut")

    page = client_for(partner).get(url("analysis", shared_case, analysis_id=written.pk)).content.decode()

    assert "Wortlaut work" in page
    assert page.count("Wortlaut") == 1
    assert lead.user.name not in page.partition('id="h-network"')[0]


def test_list_of_another_agency_never_tells_the_title(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    analysis(shared_case, by=lead, shared=["work"], word="Wortlaut")

    response = client_for(partner).get(url("analyses", shared_case))

    assert [areas for _analysis, areas, _look in response.context["rows"]] == [1]
    assert "Wortlaut" not in response.content.decode()


def test_analysis_of_which_no_row_is_open_does_not_exist(
    shared_case: Case, lead: Membership, reader: Membership
) -> None:
    written = analysis(shared_case, by=lead, shared=["work"])

    response = client_for(reader).get(url("analysis", shared_case, analysis_id=written.pk))

    assert response.status_code == 404


def test_other_agency_may_not_change_what_it_reads(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    written = analysis(shared_case, by=lead, shared=["work"])
    to = url("analysis_edit", shared_case, analysis_id=written.pk)

    assert client_for(partner).get(to).status_code == 403
    assert send(client_for(partner), shared_case, to=to).status_code == 403


def test_page_says_who_reads_a_shared_row(shared_case: Case, lead: Membership, partner: Membership) -> None:
    written = analysis(shared_case, by=lead, shared=["work", "housing"], kept=["finances"])

    response = client_for(lead).get(url("analysis", shared_case, analysis_id=written.pk))
    readers = {
        each.part.life_area: [r.agency for r in each.readers] for each in response.context["reading"].rows
    }

    assert readers["work"] == [partner.agency]
    assert readers["housing"] == []


def test_looking_at_an_analysis_is_noted(case: Case, lead: Membership) -> None:
    written = analysis(case, by=lead)

    client_for(lead).get(url("analysis", case, analysis_id=written.pk))

    with working_as(lead):
        assert (
            Entry.objects.filter(verb="viewed", object_type="CaseAnalysis", object_id=written.pk).count() == 1
        )


# --- Beginning with an interview -------------------------------------------------------------------------------


def test_interview_fills_the_form_and_shares_nothing(case: Case, lead: Membership) -> None:
    held = interview(case, by=lead, shared=["work"], word="Gesagt")

    begun = beginning(client_for(lead), case, held)

    assert begun["interviews"] == [held.pk]
    assert begun["own_words"] == "Gesagt"
    # No wish was recorded, so the picture of success stands for the goals.
    assert begun["goals"] == "Gesagt"
    assert begun["work-situation"] == "Gesagt work"
    assert not begun["work-shared"]


def test_open_interviews_are_offered_to_begin_with(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    own = interview(shared_case, by=partner)
    shared = interview(shared_case, by=lead, shared=["work"])
    interview(shared_case, by=lead, kept=["work"])

    form = client_for(partner).get(url("analysis_new", shared_case)).context["form"]

    assert set(form.interviews_to_begin_with) == {own, shared}


@pytest.mark.parametrize("which", ["foreign", "missing", "malformed"])
def test_foreign_interview_is_answered_like_one_that_does_not_exist(
    shared_case: Case, lead: Membership, partner: Membership, which: str
) -> None:
    foreign = interview(shared_case, by=lead, kept=["work"])
    chosen = {"foreign": str(foreign.pk), "missing": str(uuid4()), "malformed": "x\x00"}[which]
    client = client_for(partner)

    response = send(client, shared_case, interviews=chosen)

    assert response.status_code == 422
    assert [error.code for error in response.context["form"].errors.as_data()["interviews"]] == [
        "invalid_choice"
    ]
    assert client.get(url("analysis_new", shared_case), {"interview": chosen}).status_code == 404


# --- Writing and changing --------------------------------------------------------------------------------------


def test_analysis_holds_what_was_written_and_no_more(case: Case, lead: Membership) -> None:
    held = interview(case, by=lead)
    rows = {
        "work-need": "Kostenzusage",
        "work-deadline": "2027-01-31",
        "work-shared": "on",
        "language-deadline_note": "Warteliste",
        "health-shared": "on",
    }

    response = send(client_for(lead), case, interviews=str(held.pk), **rows)

    with working_as(lead):
        written = CaseAnalysis.objects.get()
        stored = {row.life_area: row for row in AnalysisRow.objects.filter(analysis=written)}
    assert response.status_code == 303
    assert response.url == url("analysis", case, analysis_id=written.pk)
    assert [each.interview for each in written.interviews.all()] == [held]
    assert set(stored) == {"work", "language"}
    assert (stored["work"].shared, stored["language"].shared) == (True, False)


def test_note_on_a_break_point_is_kept_when_its_box_was_forgotten(case: Case, lead: Membership) -> None:
    found = break_point(case, by=lead)
    note = f"break-{found.pk.hex}-note"

    response = send(client_for(lead), case, **{note: "Merkblatt fehlt"})

    with working_as(lead):
        named = CaseAnalysis.objects.get().break_points.get()
    assert (response.status_code, named.break_point_id, named.note) == (303, found.pk, "Merkblatt fehlt")


def test_changing_begins_with_what_is_stored(case: Case, lead: Membership) -> None:
    written = analysis(case, by=lead, shared=["work"], word="Wortlaut")
    client, to = client_for(lead), url("analysis_edit", case, analysis_id=written.pk)
    form = client.get(to).context["form"]
    assert (form["title"].value(), form["work-need"].value()) == ("Wortlaut", "Wortlaut work")
    assert form["work-shared"].value()

    response = send(client, case, to=to, title="Neu", **{"housing-need": "Wohnung"})

    assert response.status_code == 303
    with working_as(lead):
        written.refresh_from_db()
        assert written.title == "Neu"
        assert [row.life_area for row in AnalysisRow.objects.filter(analysis=written)] == ["housing"]


def test_text_of_a_colleague_is_replaced_only_knowingly(
    case: Case, lead: Membership, team_lead: Membership
) -> None:
    written = analysis(case, by=lead, word="Wortlaut")
    client, to = client_for(lead), url("analysis_edit", case, analysis_id=written.pk)
    opened = client.get(to).context["form"]["version"].value()
    send(client_for(team_lead), case, to=to, title="Von der Leitung")

    first = send(
        client, case, to=to, title="Von mir", version=opened, **{"work-shared": "on", "work-need": "Geld"}
    )

    form = first.context["form"]
    assert first.status_code == 422
    assert len(form.non_field_errors()) == 1
    assert (form["title"].value(), form["work-shared"].value()) == ("Von mir", True)
    second = send(client, case, to=to, title="Von mir", version=form["version"].value())
    assert second.status_code == 303


def test_future_day_is_refused_at_its_field(case: Case, lead: Membership) -> None:
    response = send(client_for(lead), case, as_of="2999-01-01", **{"work-need": "Kostenzusage"})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["as_of"]
    assert response.context["form"]["work-need"].value() == "Kostenzusage"


@pytest.mark.parametrize("text", ["\u200fأ\u200f", "<b>fett</b>", "🏠", "ä" * 10_000])
def test_text_is_stored_unchanged_and_shown_escaped(case: Case, lead: Membership, text: str) -> None:
    client = client_for(lead)

    response = send(client, case, occasion=text, **{"work-need": text})

    with working_as(lead):
        assert AnalysisText.objects.get(kind="occasion").text == text
        assert AnalysisRow.objects.get().need == text
    assert client.get(response.url).content.decode().count(escape(text)) == 2


@pytest.mark.parametrize("field", ["occasion", "work-resources", "title", "work-deadline_note"])
@pytest.mark.parametrize("text", ["vor\x00her", "ä" * 10_001])
def test_text_that_does_not_fit_is_refused_at_its_field(
    case: Case, lead: Membership, field: str, text: str
) -> None:
    response = send(client_for(lead), case, **{field: text})

    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
