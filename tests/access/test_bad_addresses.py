"""Nonsense in addresses, headers and cookies: a page that says so, never an error of ours, never a way out."""

import base64
import json
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Membership
from cases.models import Case
from tests.access.asking import SIGN_IN
from tests.access.world import World
from tests.factories import PASSWORD, client_for

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
COOKIES = ("sessionid", "csrftoken", "theme", "django_language", "messages")
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


def test_a_page_of_a_list_that_does_not_exist(lead: Membership) -> None:
    client = client_for(lead)
    for name in ("cases:list", "api:cases"):
        answers = {each: client.get(f"{reverse(name)}?position={each}").status_code for each in POSITIONS}
        assert answers == dict.fromkeys(POSITIONS, 400), name


def test_a_filter_that_does_not_exist_narrows_nothing(lead: Membership, case: Case) -> None:
    client = client_for(lead)
    for query in FILTERS:
        response = client.get(f"{reverse('cases:list')}?{query}")
        assert (response.status_code, response.context["count"]) == (200, "1"), query
        interviews = reverse("cases:interviews", args=[case.pk])
        assert client.get(f"{interviews}?{query}").status_code == 200, query


def test_no_way_leads_out_of_the_house(lead: Membership) -> None:
    for target in ELSEWHERE:
        locations = [way.headers["Location"] for way in _ways(lead, target)]
        assert [location for location in locations if not _inside(location)] == [], target


def _ways(lead: Membership, target: str) -> list[Any]:
    """Every redirect that follows what a form or an address says."""
    confirmed = {"password": PASSWORD, "next": target}
    sign_in = {"login": lead.user.email, **confirmed}
    return [
        Client().post(SIGN_IN, sign_in),
        Client().post(f"{SIGN_IN}?next={target.strip()}", sign_in),
        client_for(lead).get(SIGN_IN, {"next": target}),
        client_for(lead).post(reverse("account_logout"), {"next": target}),
        client_for(lead).post(reverse("account_reauthenticate"), confirmed),
        Client().post(reverse("set_theme"), {"theme": "dark", "next": target}),
        Client().post(reverse("set_language"), {"language": "en", "next": target}),
        Client().post(reverse("set_language"), {"language": "en"}, headers={"Referer": target}),
    ]


def _inside(location: str) -> bool:
    return location.startswith("/") and "elsewhere" not in location.split("?", maxsplit=1)[0]


def test_another_host_is_refused_with_a_page(lead: Membership, case: Case) -> None:
    client = client_for(lead)
    for host in ("elsewhere.example", "testserver:80@x", "", "127.0.0.1.elsewhere.example"):
        for path in ("/", SIGN_IN, reverse("cases:detail", args=[case.pk])):
            response = client.get(path, headers={"Host": host})
            assert response.status_code == 400
            assert "<h1>" in response.content.decode()


@pytest.mark.django_db
def test_what_a_proxy_might_say_is_not_believed() -> None:
    headers = {
        "X-Forwarded-Host": "elsewhere.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-For": "1.2.3.4",
    }
    response = Client().get(reverse("cases:list"), headers=headers)
    assert response.headers["Location"] == f"{SIGN_IN}?next=/cases/"


@pytest.mark.django_db
def test_a_broken_cookie_is_no_session() -> None:
    for value, name in product(("", "x", "\x7f", "a" * 4000, "../../etc/passwd", '"', "%ED%A0%80"), COOKIES):
        client = Client()
        client.cookies[name] = value
        assert client.get(SIGN_IN).status_code == 200, (name, value)
        assert client.get(reverse("cases:list")).status_code == 302, (name, value)


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


def test_a_body_that_is_too_large_is_refused(lead: Membership, case: Case) -> None:
    client, sent = client_for(lead), {"success": "x" * (2 * 1024 * 1024 + 1)}
    page = reverse("cases:interview_new", args=[case.pk])
    assert client.post(page, sent).status_code == 400
    assert client.post(reverse("cases:draft", args=[case.pk, "interview"]), sent).status_code == 400
    interface = reverse("api:interviews", args=[case.pk])
    assert client.post(interface, sent, content_type="application/json").status_code == 413


def test_a_body_of_another_kind_is_refused(lead: Membership) -> None:
    client = client_for(lead)
    for path in (reverse("cases:take_up"), reverse("api:cases")):
        for body, kind in (
            (b"\xff\xfe", "application/json"),
            (b"--x", "multipart/form-data"),
            (b"<a/>", "text/xml"),
        ):
            assert client.post(path, body, content_type=kind).status_code in {400, 415, 422}
