"""Every response says the same about what a browser may do with it: pages, files, redirects, errors, static files."""

from http.cookies import SimpleCookie
from itertools import chain

import pytest
from django.http.response import HttpResponseBase
from django.test import Client, override_settings
from django.urls import reverse

import config.settings as production
from cases.views import detail
from tests.access.asking import send
from tests.access.headers import missing
from tests.access.world import World
from tests.factories import PASSWORD

STATIC = ["/static/css/fallbruecke.css", "/static/js/main.js", "/favicon.ico"]
HTTPS = {
    name: getattr(production, name)
    for name in (
        "CSRF_COOKIE_NAME",
        "CSRF_COOKIE_SECURE",
        "LANGUAGE_COOKIE_SECURE",
        "SECURE_HSTS_INCLUDE_SUBDOMAINS",
        "SECURE_HSTS_SECONDS",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_NAME",
        "SESSION_COOKIE_SECURE",
    )
}


def test_error_pages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detail, "CaseOverview", None)
    client = world.client("lead")
    client.raise_request_exception = False
    case = world.shared.case.pk
    too_old = Client(enforce_csrf_checks=True)
    answers = [
        client.get(reverse("cases:detail", args=[case])),
        client.get("/nothing/here/"),
        client.get(reverse("cases:list"), {"position": "x"}),
        client.get("/", headers={"Host": "elsewhere.example"}),
        client.get(reverse("cases:search")),
        client.post(reverse("cases:phases", args=[case]), {"phase": "x"}),
        world.client("moderator").get(reverse("cases:list")),
        too_old.post(reverse("set_theme"), {"theme": "dark"}),
        client.get(f"/cases/{case}"),
        client.generic("POST", reverse("set_theme"), b"theme=dark", "text/plain; charset=zlib"),
    ]
    assert [answer.status_code for answer in answers] == [500, 404, 400, 400, 405, 422, 403, 403, 301, 302]
    assert [headers for headers in map(missing, answers) if headers] == []


@pytest.mark.django_db
def test_static_files() -> None:
    for path in STATIC:
        response = send(Client(), "GET", path)
        assert (response.status_code, missing(response, kept=True)) == (200, {}), path


def test_the_file_of_a_paper_is_stored_under_a_name_without_a_person(world: World) -> None:
    address = reverse("cases:pdf_file", args=[world.shared.case.pk, world.shared.pdf.pk])
    response = send(world.client("lead"), "GET", address)
    assert response.headers["Content-Type"] == "application/pdf"
    name = f'attachment; filename="Fallanalyse-{world.shared.case.number}.pdf"'
    assert response.headers["Content-Disposition"] == name


@pytest.mark.django_db
@override_settings(**HTTPS)
def test_plain_http_leads_to_https() -> None:
    response = Client().get("/accounts/login/?next=/cases/")
    assert response.status_code == 301
    assert response.headers["Location"] == "https://testserver/accounts/login/?next=/cases/"
    assert missing(response) == {}


@override_settings(**HTTPS)
def test_cookies_are_for_https_and_for_this_house_alone(world: World) -> None:
    lead = world.member("lead")
    client = Client()
    page = client.get(reverse("account_login"), secure=True)
    signed_in = client.post(
        reverse("account_login"), {"login": lead.user.email, "password": PASSWORD}, secure=True
    )
    language = client.post(reverse("set_language"), {"language": "en"}, secure=True)
    theme = client.post(reverse("set_theme"), {"theme": "dark"}, secure=True)
    cookies = _cookies(page, signed_in, language, theme)

    assert page.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert set(cookies) == {"__Host-sessionid", "__Host-csrftoken", "django_language", "theme"}
    for name, cookie in cookies.items():
        assert (cookie["secure"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/"), name
        assert cookie["domain"] == "", name
        assert bool(cookie["httponly"]) == (name != "__Host-csrftoken"), name
    # The session ends with the browser.
    assert cookies["__Host-sessionid"]["max-age"] == ""


def test_signing_in_gives_a_new_session(world: World) -> None:
    client = Client()
    client.cookies["sessionid"] = "a" * 32
    client.post(reverse("account_login"), {"login": world.member("lead").user.email, "password": PASSWORD})
    first = client.cookies["sessionid"].value
    assert first != "a" * 32
    client.post(reverse("account_logout"))
    old = Client()
    old.cookies["sessionid"] = first
    assert old.get(reverse("my_day")).status_code == 302


def _cookies(*responses: HttpResponseBase) -> SimpleCookie:
    cookies = SimpleCookie()
    for name, cookie in chain.from_iterable(response.cookies.items() for response in responses):
        cookies[name] = cookie
    return cookies
