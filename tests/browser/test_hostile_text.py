"""Whatever stands in a case, no page runs it, breaks on it or grows wider than the screen."""

from collections.abc import Callable, Iterable

import pytest
from playwright.sync_api import Page

from tests.access import canary_world
from tests.access.asking import address_of
from tests.access.canaries import Aviary, Canary
from tests.access.canary_world import PlantedWorld
from tests.access.register import DOORS
from tests.browser.guard import Guard
from tests.browser.looking import NARROW, OPEN_ALL, WIDER

Opened = Callable[..., Page]
# As long as the shortest field.
HOSTILE = "<img src=x onerror=alert(1)>\u202eمريمDonau"
PAGES = [door for door in DOORS if door.kind.startswith(("case:", "role:", "signed")) and not door.is_api]


class Vultures(Aviary):
    """The same hostile text in every field, unbroken."""

    def word(self, name: str, readers: Iterable[str]) -> str:
        """The text; nobody asks for it again."""
        if name.endswith("postal_code"):
            # Ten characters hold no attack of this kind.
            return "<b>3275"
        self.birds.append(Canary(HOSTILE, name, frozenset(readers)))
        return HOSTILE


@pytest.fixture(autouse=True)
def hostile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the world is made."""
    monkeypatch.setattr(canary_world, "Aviary", Vultures)


@pytest.mark.parametrize("who", ["lead", "reader"])
def test_no_page_runs_what_somebody_typed(
    who: str, hostile: None, planted: PlantedWorld, open_in: Opened, guard: Guard
) -> None:
    page = open_in(planted.world, who)
    page.set_viewport_size({"width": NARROW, "height": 800})
    shown = 0
    for door in PAGES:
        if door.method != "GET" or door.expected(who) != 200 or door.name == "cases:pdf_file":
            continue
        page.goto(address_of(door, planted.world.shared.arguments))
        page.evaluate(OPEN_ALL)
        shown += "onerror" in page.inner_text("body")
        assert page.evaluate("document.querySelectorAll('img').length") == 0, door
        assert page.evaluate(WIDER) <= 0, door
        guard.check()
    assert shown > 5
