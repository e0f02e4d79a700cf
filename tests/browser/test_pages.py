"""Every registered page, looked at in a real browser; a new page joins by being registered."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.access.asking import address_of
from tests.access.door import Door
from tests.access.register import DOORS
from tests.access.world import World
from tests.browser.guard import Guard
from tests.browser.looking import look_at
from tests.browser.test_second_factor import WALKED_THROUGH

# Who shows another side of a page: one who leads, one who only reads, those who see no case, one before the sign-in.
PAGES_OF_A_WALK = 12
# Whoever is signed in sees them alike.
FOR_EVERYBODY = {"roles", "keyboard", "demo_mails", "demo_mail"}
LOOKING = (
    "lead",
    "team_lead",
    "reader",
    "moderator",
    "access_administrator",
    "catalogue_administrator",
    "anonymous",
)


def _scenes() -> list[tuple[Door, str]]:
    pages = [door for door in DOORS if door.method == "GET" and not door.is_api and "file" not in door.name]
    scenes = [(door, who) for door in pages for who in LOOKING if door.expected(who) == 200]
    return [scene for scene in scenes if not _looks_the_same(*scene)]


def _looks_the_same(door: Door, who: str) -> bool:
    """A team lead reads what the lead reads; pages of the account do not ask for whom she acts."""
    as_the_lead = who == "team_lead" or door.name in FOR_EVERYBODY or door.name.startswith(("account", "mfa"))
    reads_only = who in {"moderator", "access_administrator"} and door.name.startswith("cases:catalogue")
    return who != "lead" and (as_the_lead or reads_only) and door.expected("lead") == 200


def _walks() -> list[tuple[str, list[Door]]]:
    """Some pages each, so that their common world is built once for all of them."""
    walks = []
    for who in LOOKING:
        pages = [door for door, looking in _scenes() if looking == who]
        walks += [
            (who, pages[first : first + PAGES_OF_A_WALK]) for first in range(0, len(pages), PAGES_OF_A_WALK)
        ]
    return walks


@pytest.mark.parametrize(
    ("who", "pages"), _walks(), ids=lambda each: each if isinstance(each, str) else each[0].name
)
def test_pages(who: str, pages: list[Door], open_as: Callable[..., Page], guard: Guard, world: World) -> None:
    page = open_as(who)
    for door in pages:
        page.goto(address_of(door, world.shared.arguments))
        look_at(page, guard)


def test_every_page_is_looked_at() -> None:
    opened = {door.name for door, _who in _scenes()}
    pages = {door.name for door in DOORS if door.method == "GET" and not door.is_api}
    assert pages - opened - WALKED_THROUGH == {"cases:pdf_file"}
