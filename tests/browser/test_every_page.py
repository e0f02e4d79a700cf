"""Every page of the register, as the leading caseworker and as others see it: axe, 320 px, light and dark."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page

from tests.access.addresses import addresses
from tests.access.register import DOORS
from tests.access.world import World
from tests.browser.conftest import Open

RULES = {"preload": False, "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# Seen with these accounts; the page itself is reached by others too.
SEEN_BY = {
    "my_day": ["lead", "partner", "reader", "access_administrator"],
    "cases:analysis": ["lead", "partner"],
}
NOT_A_PAGE = {"cases:pdf_file"}
LOOKS: list[tuple[int, str]] = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


def pages(world: World) -> Iterator[tuple[str, str]]:
    """Who looks at which address: whatever the register lets somebody get, so that a new page joins by itself."""
    parameters = {address.name: address.parameters for address in addresses()}
    for door in DOORS:
        if door.method != "GET" or door.is_api or door.name in NOT_A_PAGE:
            continue
        arguments = {name: world.shared.arguments[name] for name in parameters[door.name]}
        for who in SEEN_BY.get(door.name, ["lead"]):
            yield who, reverse(door.name, kwargs=arguments)
    yield "lead", reverse("cases:detail", args=[uuid4()])
    yield "moderator", reverse("cases:list")
    yield "lead", reverse("cases:list") + "?position=nonsense"


def complaints_of_axe(page: Page) -> list[str]:
    """Which rule, and at which element."""
    found: list[dict[str, Any]] = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_every_page_passes_axe_and_fits(width: int, scheme: str, world: World, open_as: Open) -> None:
    browsers: dict[str, Page] = {}
    failures: dict[str, list[str]] = {}
    looked_at = 0
    for who, address in pages(world):
        if who not in browsers:
            viewport = {"width": width, "height": 900}
            browsers[who] = open_as(world.member(who), viewport=viewport, color_scheme=scheme)
        page = browsers[who]
        page.goto(address)
        # Closed sections are part of the page.
        page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")
        found = complaints_of_axe(page)
        if width < 1280:
            page.set_viewport_size({"width": 320, "height": 900})
            found += (
                [] if page.evaluate("document.documentElement.scrollWidth") <= 320 else ["wider than 320 px"]
            )
            page.set_viewport_size({"width": width, "height": 900})
        if found:
            failures[f"{who} {address}"] = found
        looked_at += 1
    assert failures == {}
    assert looked_at > 30
    Path("var/test").mkdir(parents=True, exist_ok=True)
    Path(f"var/test/axe-{width}-{scheme}.json").write_text(json.dumps({"pages": looked_at}))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_sign_in_passes_axe(width: int, scheme: str, open_as: Open) -> None:
    page = open_as(viewport={"width": width, "height": 900}, color_scheme=scheme)

    page.goto(reverse("account_login"))

    assert complaints_of_axe(page) == []
