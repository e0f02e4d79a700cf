"""A real browser at a real server; what the console complains about and what leaves the house fails the test."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from agencies.models import Membership
from tests.access.world import cast, files, world
from tests.factories import client_for

__all__ = ["cast", "files", "world"]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
# Nothing of the browser's own may reach for the network; root needs --no-sandbox.
SWITCHES = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser of the operating system."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": SWITCHES}


@pytest.fixture
def open_as(browser: Browser, live_server: LiveServer) -> Iterator[Open]:
    """Open a page as one of the cast, in a context with these options; complaints are collected and fail at the end."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def guarded(membership: Membership | None = None, **options: Any) -> Page:
        context = browser.new_context(base_url=live_server.url, locale="de-DE", **options)
        contexts.append(context)
        if membership is not None:
            session = str(client_for(membership).session.session_key)
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}]
            )
        page = context.new_page()
        page.on("console", lambda message: _note(complaints, message.type, message.text))
        page.on("request", lambda request: _is_ours(complaints, request.url, live_server.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield guarded
    for context in contexts:
        context.close()
    assert complaints == []


def _note(complaints: list[str], kind: str, text: str) -> None:
    # That a page answered 404 or 422 on purpose is no complaint of the page.
    if kind == "error" and "status of 4" not in text:
        complaints.append(text)


def _is_ours(complaints: list[str], url: str, home: str) -> None:
    if not url.startswith((home, "data:", "blob:")):
        complaints.append(f"asked for {url}")
