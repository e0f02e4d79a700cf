"""Chromium, a live server, and the world of the access tests behind it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django import DjangoDbBlocker

from tests.access.canary_world import planted
from tests.access.world import World
from tests.browser.guard import Guard
from tests.browser.server import served
from tests.environment import SERVER
from tests.made_once import files, made_once
from tests.template_database import create_clone, drop_clone

__all__ = ["files", "planted"]

globals().update(made_once("world"))

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the server's threads are to see must be committed."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="package")
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What makes the world may write."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(scope="package")
def snapshot(world: World) -> Iterator[str]:
    """A database with the world in it, to be copied."""
    name = str(connection.settings_dict["NAME"])
    connections.close_all()
    create_clone(SERVER, template=name, name=f"{name}_world")
    yield f"{name}_world"
    drop_clone(SERVER, f"{name}_world")


@pytest.fixture(autouse=True)
def by_itself(snapshot: str) -> None:
    """What one test does is not there for the next; what is limited by the minute is counted from here."""
    name = str(connection.settings_dict["NAME"])
    connections.close_all()
    create_clone(SERVER, template=snapshot, name=name)
    cache.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own Chromium, without a window of its own; nothing is downloaded."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell")
    return {**browser_type_launch_args, "executable_path": chromium, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def origin(django_db_setup: None) -> Iterator[str]:
    """The address of the application."""
    with served() as address:
        yield address


@pytest.fixture
def guard(origin: str) -> Iterator[Guard]:
    """What must not happen on any page of the test."""
    guard = Guard(origin)
    yield guard
    guard.check()


@pytest.fixture
def open_in(browser: Browser, origin: str, guard: Guard) -> Iterator[Callable[..., Page]]:
    """A new window of one of the cast of a world, guarded."""
    contexts: list[BrowserContext] = []

    def opened(world: World, who: str, **how: Any) -> Page:
        context = browser.new_context(base_url=origin, locale="de-DE", **how)
        contexts.append(context)
        if session := world.sessions.get(who):
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": origin}])
        return guard.watch(context.new_page())

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def open_as(open_in: Callable[..., Page], world: World) -> Callable[..., Page]:
    """The same in the usual world."""

    def opened(who: str = "anonymous", **how: Any) -> Page:
        return open_in(world, who, **how)

    return opened
