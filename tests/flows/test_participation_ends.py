"""The leading agency ends a participation; for the partner the case is gone on her very next request."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from cases.actions.make_pdf import make_pdf
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case, Participation
from core.today import day_is, today
from tests.access.asking import ask
from tests.access.register import DOORS
from tests.access.world import World, finished_pdf
from tests.factories import working_as

OF_THE_CASE = [door for door in DOORS if door.is_of_a_case and door.method == "GET"]


@pytest.fixture
def partners_pdf(world: World, partner: Membership) -> AnalysisPdf:
    """A finished paper that the partner asked for."""
    return finished_pdf(world.shared.analysis, by=partner)


@pytest.fixture
def open_session(world: World) -> Client:
    """The partner has looked at the case already."""
    client = world.client("partner")
    assert client.get(_case(world.shared.case)).status_code == 200
    return client


def end(world: World, participation: Participation, *, on: str = "") -> None:
    """The lead ends it on its page."""
    address = reverse("cases:participation_end", args=[world.shared.case.pk, participation.pk])
    sent = {"ends_on": on, "reason": "Alles geklärt"}
    assert world.client("lead").post(address, sent).status_code == 302


def test_every_page_and_every_address_of_the_interface_is_closed(
    world: World, open_session: Client, partners_pdf: AnalysisPdf, jobcentre_in_case: Participation
) -> None:
    arguments = {**world.shared.arguments, "pdf_id": partners_pdf.pk}
    opened = [door for door in OF_THE_CASE if ask(open_session, door, arguments).status_code == 200]
    assert "cases:pdf_file" in {door.name for door in opened}

    end(world, jobcentre_in_case)

    assert {str(door): ask(open_session, door, arguments).status_code for door in opened} == {
        str(door): 404 for door in opened
    }


def test_list_count_and_search_no_longer_know_it(
    world: World, open_session: Client, jobcentre_in_case: Participation
) -> None:
    case = world.shared.case
    address = reverse("cases:participation_own", args=[case.pk])
    open_session.post(address, {"file_number": "BG-4711"})
    before = _traces(open_session, case)
    assert all(before.values()), before

    end(world, jobcentre_in_case)

    after = _traces(open_session, case)
    assert not any(after.values()), after


def test_a_paper_asked_for_before_is_not_made_after(
    world: World, partner: Membership, jobcentre_in_case: Participation
) -> None:
    with working_as(partner):
        job = request_pdf(world.shared.analysis, by=partner)
    end(world, jobcentre_in_case)

    make_pdf(job.pk, agency_id=partner.agency_id)

    with working_as(partner):
        job.refresh_from_db()
    assert (job.state, job.error_code) == ("failed", "no_access")
    assert not job.path.exists()


def test_what_she_was_writing_is_out_of_reach(
    world: World, open_session: Client, jobcentre_in_case: Participation
) -> None:
    draft = reverse("cases:draft", args=[world.shared.case.pk, "interview"])
    assert open_session.post(draft, {"success": "Angefangen"}).status_code == 200
    assert reverse("cases:interview_new", args=[world.shared.case.pk]) in _start_page(open_session)

    end(world, jobcentre_in_case)

    assert open_session.post(draft, {"success": "Weiter"}).status_code == 404
    assert str(world.shared.case.pk) not in _start_page(open_session)


def test_an_end_that_lies_ahead_comes_by_itself(
    world: World, open_session: Client, jobcentre_in_case: Participation
) -> None:
    tomorrow = today() + timedelta(days=1)
    end(world, jobcentre_in_case, on=tomorrow.isoformat())
    assert open_session.get(_case(world.shared.case)).status_code == 200

    with day_is(tomorrow):
        assert open_session.get(_case(world.shared.case)).status_code == 404
        assert not any(_traces(open_session, world.shared.case).values())


def test_the_others_stay(world: World, jobcentre_in_case: Participation) -> None:
    end(world, jobcentre_in_case)

    for who in ("lead", "team_lead", "reader"):
        assert world.client(who).get(_case(world.shared.case)).status_code == 200


def _traces(client: Client, case: Case) -> dict[str, bool]:
    """Where the case shows outside of its own pages."""
    name = case.migrant.name
    list_page = client.get(reverse("cases:list"))
    interface = json.loads(client.get(reverse("api:cases")).content)
    return {
        "list": name in list_page.content.decode(),
        "count": list_page.context["count"] != "0",
        "start page": name in client.get(reverse("my_day")).content.decode(),
        "case number": client.post(reverse("cases:search"), {"wanted": case.number}).status_code == 302,
        "file number": client.post(reverse("cases:search"), {"wanted": "BG-4711"}).status_code == 302,
        "interface": str(case.pk) in json.dumps(interface),
    }


def _case(case: Case) -> str:
    return reverse("cases:detail", args=[case.pk])


def _start_page(client: Client) -> str:
    return client.get(reverse("my_day")).content.decode()
