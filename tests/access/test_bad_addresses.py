"""Nonsense in addresses, headers and cookies: a page that says so, never an error of ours, never a way out."""

import base64
import json

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.asking import SIGN_IN, ask
from tests.access.register import DOORS
from tests.access.world import World
from tests.factories import PASSWORD

ELSEWHERE = [
    "https://elsewhere.example/",
    "//elsewhere.example/",
    "///elsewhere.example",
    "/\\elsewhere.example",
    "https:elsewhere.example",
    "javascript:alert(1)",
    "\thttps://elsewhere.example",
    "http://testserver@elsewhere.example/",
]


def _token(*parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode()


POSITIONS = [
    "x",
    "%ED%A0%80",
    "AAAA",
    _token(),
    _token("2026-01-01T00:00:00+00:00", "no id", False),
    _token("2026-01-01T00:00:00", "5f0c4dd4-3e2f-4b0b-8a52-0f3f4c3d2a11", False),
    _token("2026-01-01T00:00:00+00:00", 7, {}),
    _token({"a": 1}),
    "A" * 5000,
]
FILTERS = [
    "phase=nonsense",
    "phase=%00",
    "target_group=%ED%A0%80",
    "mine=perhaps",
    "phase=planning&phase=nonsense",
    "order_by=-number&agency_id=1",
    "order=sideways",
    "kept=x&interview=",
    "=&&&;",
]


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize("name", ["cases:list", "api:cases"])
def test_a_page_of_a_list_that_does_not_exist(name: str, position: str, world: World) -> None:
    response = world.client("lead").get(reverse(name) + f"?position={position}")
    assert response.status_code == 400


@pytest.mark.parametrize("query", FILTERS)
def test_a_filter_that_does_not_exist_narrows_nothing(query: str, world: World) -> None:
    client = world.client("lead")
    response = client.get(f"{reverse('cases:list')}?{query}")
    assert response.status_code == 200
    assert response.context["count"] == "2"
    interviews = reverse("cases:interviews", args=[world.shared.case.pk])
    assert client.get(f"{interviews}?{query}").status_code == 200


@pytest.mark.parametrize("target", ELSEWHERE)
def test_no_way_leads_out_of_the_house(target: str, world: World) -> None:
    lead = world.member("lead")
    sign_in = {"login": lead.user.email, "password": PASSWORD, "next": target}
    ways = [
        Client().post(SIGN_IN, sign_in),
        Client().post(f"{SIGN_IN}?next={target.strip()}", sign_in),
        world.client("lead").get(SIGN_IN, {"next": target}),
        world.client("lead").post(reverse("account_logout"), {"next": target}),
        world.client("lead").post(reverse("account_reauthenticate"), {"password": PASSWORD, "next": target}),
        Client().post(reverse("set_theme"), {"theme": "dark", "next": target}),
        Client().post(reverse("set_language"), {"language": "en", "next": target}),
        Client().post(reverse("set_language"), {"language": "en"}, headers={"Referer": target}),
    ]
    assert [way.status_code for way in ways] == [302] * len(ways)
    assert [way.headers["Location"] for way in ways if not _inside(way.headers["Location"])] == []


def _inside(location: str) -> bool:
    return location.startswith("/") and "elsewhere" not in location.split("?")[0]


@pytest.mark.parametrize("host", ["elsewhere.example", "testserver:80@x", "", "127.0.0.1.elsewhere.example"])
def test_another_host_is_refused_with_a_page(host: str, world: World) -> None:
    for path in ("/", SIGN_IN, reverse("cases:detail", args=[world.shared.case.pk])):
        response = world.client("lead").get(path, headers={"Host": host})
        assert response.status_code == 400
        assert "<h1>" in response.content.decode()


def test_what_a_proxy_might_say_is_not_believed(world: World) -> None:
    headers = {"X-Forwarded-Host": "elsewhere.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "1.2.3.4"}
    response = Client().get(reverse("cases:list"), headers=headers)
    assert response.headers["Location"] == f"{SIGN_IN}?next=/cases/"


@pytest.mark.parametrize("cookie", ["", "x", "\x7f", "a" * 4000, "../../etc/passwd", '"', "%ED%A0%80"])
def test_a_broken_cookie_is_no_session(cookie: str, world: World) -> None:
    for name in ("sessionid", "csrftoken", "theme", "django_language", "messages"):
        client = Client()
        client.cookies[name] = cookie
        assert client.get(SIGN_IN).status_code == 200
        assert client.get(reverse("cases:list")).status_code == 302


def test_addresses_that_no_page_has(world: World) -> None:
    client = world.client("lead")
    case = world.shared.case.pk
    paths = [
        "/cases/%00/",
        "/cases/%ED%A0%80/",
        f"/cases/{case}%20/",
        f"/cases/{str(case).upper()}x/",
        f"/cases/{case}/../{world.foreign.case.pk}/",
        f"/cases/{case}/drafts/take_up/",
        f"/cases/{case}/drafts/nonsense/",
        f"//cases/{case}/",
        "/static/../config/settings.py",
        "/static/%2e%2e/config/settings.py",
        "/media/x.pdf",
        f"/files/{world.shared.pdf.pk}.pdf",
        "/admin/",
        "/.env",
        "/api/v2/cases/",
    ]
    answers = {path: client.get(path).status_code for path in paths}
    assert {path: status for path, status in answers.items() if status not in {404, 405}} == {}


def test_a_body_that_is_too_large_is_refused(world: World) -> None:
    client = world.client("lead")
    for door in (door for door in DOORS if door.name in {"cases:interview_new", "cases:draft", "api:interviews"}):
        sent = {"success": "x" * (2 * 1024 * 1024 + 1)}
        assert ask(client, door, world.shared.arguments, sent=sent).status_code in {400, 413}


def test_a_body_of_another_kind_is_refused(world: World) -> None:
    client = world.client("lead")
    for path in (reverse("cases:take_up"), reverse("api:cases")):
        for body, kind in ((b"\xff\xfe", "application/json"), (b"--x", "multipart/form-data"), (b"<a/>", "text/xml")):
            assert client.post(path, body, content_type=kind).status_code in {400, 415, 422}
