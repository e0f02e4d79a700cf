"""What is looked at on each page: rules of accessibility in both colours and both widths, and no sideways scrolling."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.contrast import Contrast
from tests.browser.guard import Guard

RULES = {
    "preload": False,
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    # Measured for itself, in every look.
    "rules": {"color-contrast": {"enabled": False}},
}
# The dark colours are the only thing that differs in the dark.
LOOKS: list[tuple[int, Any]] = [(1280, "light"), (360, "light"), (360, "dark"), (1280, "dark")]
NARROW = 320
OPEN_ALL = "document.querySelectorAll('main details').forEach(each => each.open = true)"
RUN = "options => axe.run(document, options).then(result => result.violations)"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
CONTRAST = Contrast()


def look_at(page: Page, guard: Guard) -> None:
    """Closed as it comes, and with everything opened that can be opened."""
    guard.check()
    _fits(page, width=NARROW)
    page.evaluate(OPEN_ALL)
    _fits(page, width=NARROW)
    guard.check()
    # Brought into the page once: that takes longer than the rules themselves.
    page.evaluate(Axe().axe_script)
    found = {f"{width} {scheme}": _violations(page, width, scheme) for width, scheme in LOOKS}
    assert {look: violations for look, violations in found.items() if violations} == {}, page.url
    # What axe has said to the console is its own.
    guard.found.clear()


def _fits(page: Page, *, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(WIDER) <= 0, f"{page.url} is wider than {width} px"


def _violations(page: Page, width: int, scheme: Any) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    return CONTRAST.violations(page) + (_broken_rules(page) if scheme == "light" else [])


def _broken_rules(page: Page) -> list[str]:
    return [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in page.evaluate(RUN, RULES)
        for node in violation["nodes"]
    ]
