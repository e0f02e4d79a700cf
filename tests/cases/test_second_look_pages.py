"""The second look as pages: asking, doing without, answering; for the writing agency alone."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from cases.models import Case, CaseAnalysis, SecondLook, SecondLookWaiver
from tests.cases.second_looks import ask, state
from tests.cases.test_write_analysis import write
from tests.factories import analysis, client_for, make_membership, working_as


@pytest.fixture
def written(shared_case: Case, lead: Membership) -> CaseAnalysis:
    """The lead's analysis, of which others read the work row."""
    return analysis(shared_case, by=lead, shared=["work"])


def url(name: str, written: CaseAnalysis, **more: object) -> str:
    return reverse(f"cases:{name}", kwargs={"case_id": written.case_id, "analysis_id": written.pk, **more})


def answer(client: Client, look: SecondLook, **fields: object) -> Any:
    to = url("second_look_answer", look.analysis, second_look_id=look.pk)
    return client.post(to, {"version": 1, "verdict": "in_order", **fields})


def test_colleagues_are_offered_who_have_not_written(
    written: CaseAnalysis, lead: Membership, team_lead: Membership, partner: Membership
) -> None:
    page = client_for(lead).get(url("second_look", written))
    offered = set(page.context["ask_form"].fields["colleague"].queryset)
    assert team_lead in offered
    assert not {lead, partner} & offered


def test_asking_comes_back_to_the_analysis(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    client = client_for(lead)
    response = client.post(url("second_look_request", written), {"colleague": str(team_lead.pk)})
    assert (response.status_code, response["Location"]) == (303, url("analysis", written))
    assert state(written, reader=lead).name == "asked"
    assert team_lead.user.name in client.get(response["Location"]).content.decode()


def test_a_choice_that_is_not_offered_is_refused_at_its_field(
    written: CaseAnalysis, lead: Membership, partner: Membership
) -> None:
    response = client_for(lead).post(url("second_look_request", written), {"colleague": str(partner.pk)})
    assert response.status_code == 422
    assert list(response.context["ask_form"].errors) == ["colleague"]
    assert state(written, reader=lead).name == "none"


def test_waiving_needs_a_reason_and_shows_it(written: CaseAnalysis, lead: Membership) -> None:
    client, to = client_for(lead), url("second_look_waiver", written)
    assert client.post(to, {"reason": " "}).status_code == 422
    assert client.post(to, {"reason": "Die Frist läuft morgen ab."}).status_code == 303
    with working_as(lead):
        assert SecondLookWaiver.objects.get().version == 1
    assert "Die Frist läuft morgen ab." in client.get(url("second_look", written)).content.decode()


def test_only_who_was_asked_finds_the_answering_form(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    to = url("second_look_answer", written, second_look_id=look.pk)
    assert to in client_for(team_lead).get(url("second_look", written)).content.decode()
    assert to not in client_for(lead).get(url("second_look", written)).content.decode()
    assert answer(client_for(lead), look).status_code == 403


def test_remarks_stand_on_the_page_for_the_agency(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    client = client_for(team_lead)
    wordless = answer(client, look, verdict="with_remarks")
    assert wordless.status_code == 422
    assert list(wordless.context["give_form"].errors) == ["remarks"]
    assert answer(client, look, verdict="with_remarks", remarks="Seit wann?").status_code == 303
    assert "Seit wann?" in client_for(lead).get(url("second_look", written)).content.decode()


def test_what_was_changed_meanwhile_is_said_and_no_remark_is_lost(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    write(written.case, by=lead, analysis=written, title="Neu")
    client = client_for(team_lead)

    outdated = answer(client, look, verdict="with_remarks", remarks="Seit wann?")

    form = outdated.context["give_form"]
    assert outdated.status_code == 422
    assert len(form.non_field_errors()) == 1
    assert (form["remarks"].value(), form["version"].value()) == ("Seit wann?", "2")
    assert answer(client, look, version=2).status_code == 303


def test_an_answer_belongs_to_its_analysis(
    written: CaseAnalysis, lead: Membership, team_lead: Membership
) -> None:
    look = ask(written, by=lead, colleague=team_lead)
    other = analysis(written.case, by=lead)
    to = url("second_look_answer", other, second_look_id=look.pk)
    assert client_for(team_lead).post(to, {"version": 1, "verdict": "in_order"}).status_code == 404


def test_other_agencies_see_nothing_of_it(
    written: CaseAnalysis, lead: Membership, partner: Membership, uninvolved: Membership
) -> None:
    ask(written, by=lead, colleague=make_membership(lead.agency, name="Karla Kollegin"))
    assert client_for(partner).get(url("second_look", written)).status_code == 403
    assert client_for(uninvolved).get(url("second_look", written)).status_code == 404
    page = client_for(partner).get(url("analysis", written)).content.decode()
    assert "Karla Kollegin" not in page
