"""The leading agency ends a participation; for the partner the case is gone on her very next request."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from cases.actions.make_pdf import make_pdf
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case, Participation
from cases.views import pdfs
from core.today import day_is, today
from tests.access.asking import ask
from tests.access.register import DOORS
from tests.access.world import World, cast, files, finished_pdf, world
from tests.factories import analysis, working_as

__all__ = ["cast", "files", "world"]

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
    world: World, open_session: Client, partner: Membership, jobcentre_in_case: Participation
) -> None:
    case = world.shared.case
    address = reverse("cases:participation_own", args=[case.pk])
    open_session.post(address, {"file_number": "BG-4711"})
    before = _traces(open_session, case)
    assert all(before.values()), before

    end(world, jobcentre_in_case)

    after = _traces(open_session, case)
    assert not any(after.values()), after


def _traces(client: Client, case: Case) -> dict[str, bool]:
    """Where the case shows outside of its own pages."""
    name = case.migrant.name
    list_page = client.get(reverse("cases:list")).content.decode()
    interface = json.loads(client.get(reverse("api:cases")).content)
    return {
        "list": name in list_page,
        "count": "Fällen beteiligt" in list_page and " 1 " in list_page,
        "start page": name in client.get(reverse("my_day")).content.decode(),
        "case number": client.post(reverse("cases:search"), {"number": case.number}).status_code == 302,
        "file number": client.post(reverse("cases:search"), {"number": "BG-4711"}).status_code == 302,
        "interface": str(case.pk) in json.dumps(interface),
    }


def _case(case: Case) -> str:
    return reverse("cases:detail", args=[case.pk])
