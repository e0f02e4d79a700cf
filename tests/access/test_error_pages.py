"""An error page says what happened, and a code that stands in the log beside the same event."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cases.views import detail
from tests.access.log_lines import log_lines
from tests.access.world import World

CODE = re.compile(r"<strong>([A-HJ-NP-Z2-9]{8})</strong>")


@pytest.fixture
def client(world: World, monkeypatch: pytest.MonkeyPatch) -> Client:
    """The lead's, for whom the case page is broken."""
    monkeypatch.setattr(detail, "CaseOverview", None)
    client = world.client("lead")
    client.raise_request_exception = False
    return client


def test_the_code_on_the_page_stands_in_the_log(world: World, client: Client) -> None:
    case = reverse("cases:detail", args=[world.shared.case.pk])
    asked: dict[int, Any] = {
        500: lambda: client.get(case),
        404: lambda: client.get("/nothing/here/"),
        400: lambda: client.get(reverse("cases:list"), {"position": "x"}),
        403: lambda: world.client("moderator").get(reverse("cases:list")),
    }
    for status, ask in asked.items():
        with log_lines() as lines:
            response = ask()
        assert response.status_code == status
        codes = CODE.findall(response.content.decode())
        assert len(codes) == 1, status
        assert any(codes[0] in line for line in lines), (status, lines)


def test_a_form_from_a_page_that_is_too_old_has_its_code_too(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    with log_lines() as lines:
        response = client.post(reverse("account_login"), {"login": "x"})
    (code,) = CODE.findall(response.content.decode())
    assert response.status_code == 403
    assert any(code in line for line in lines)


def test_the_interface_names_its_code(world: World) -> None:
    with log_lines() as lines:
        response = world.client("lead").get(reverse("api:case", args=[world.basis.pk]))
    code = json.loads(response.content)["code"]
    assert any(code in line for line in lines), lines


def test_an_error_of_ours_undoes_what_was_done(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = reverse("cases:participation_own", args=[world.shared.case.pk])
    monkeypatch.setattr("cases.views.participations.messages.success", None)
    assert client.post(address, {"telephone": "05231 999"}).status_code == 500
    assert "05231 999" not in client.get(address).content.decode()
