"""Everything in the frame by keyboard alone, in both widths."""

from collections.abc import Callable

from django.urls import reverse
from playwright.sync_api import Page, expect

from agencies.models import Membership
from tests.access.world import World
from tests.browser.guard import Guard
from tests.factories import client_for

Opened = Callable[..., Page]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 800}
# A sign of the focus that is not the one of a page without it: an outline or a shadow.
SHOWS_FOCUS = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
}"""
KEY_AT_ONCE = """(key) => {
  const event = new KeyboardEvent("keydown", { key, bubbles: true });
  Object.defineProperty(event, "timeStamp", { value: 100 });
  document.body.dispatchEvent(event);
}"""
FOCUSED = """() => {
  const element = document.activeElement;
  return element === document.body ? "" : `${element.tagName} ${element.id || element.textContent.trim().slice(0, 40)}`;
}"""


def test_every_stop_of_the_tab_key_is_seen(open_as: Opened, world: World) -> None:
    page = open_as("lead", viewport=WIDE)
    for path in (reverse("my_day"), reverse("cases:list"), reverse("cases:take_up")):
        page.goto(path)
        stops = _stops(page)
        assert len(stops) > 10
        # A day has several stops of the browser's own within one field.
        shown = {name for name, is_shown in stops if is_shown}
        assert {name for name, _ in stops} - shown == set(), path


def test_the_skip_link_comes_first_and_leads_past_the_frame(open_as: Opened) -> None:
    for viewport in (WIDE, NARROW):
        page = open_as("lead", viewport=viewport)
        page.goto(reverse("cases:list"))
        page.keyboard.press("Tab")
        expect(page.locator(".fb-skip")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_menu_of_a_small_screen(open_as: Opened) -> None:
    page = open_as("lead", viewport=NARROW)
    page.goto(reverse("my_day"))
    menu = page.locator(".fb-head__menu")
    _tab_to(page, ".fb-head__menu")
    page.keyboard.press("Enter")
    expect(page.locator("#main-menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#main-menu")).to_be_hidden()
    expect(menu).to_be_focused()
    page.keyboard.press("Enter")
    _tab_to(page, f"#main-menu a[href='{reverse('cases:list')}']")
    page.keyboard.press("Enter")
    page.wait_for_url("**" + reverse("cases:list"))


def test_switching_the_agency(
    open_as: Opened, world: World, in_two_agencies: tuple[Membership, Membership]
) -> None:
    right, _wrong = in_two_agencies
    world.sessions["zora"] = str(client_for(right).session.session_key)
    page = open_as("zora", viewport=WIDE)
    page.goto(reverse("cases:list"))
    expect(page.locator("main table")).to_contain_text(world.shared.case.number)

    _tab_to(page, ".fb-acting > summary")
    page.keyboard.press("Enter")
    _tab_to(page, "[name=membership]")
    page.keyboard.press("ArrowDown")
    _tab_to(page, ".fb-acting button")
    page.keyboard.press("Enter")

    page.wait_for_url("**" + reverse("my_day"))
    expect(page.locator(".fb-acting > summary")).to_contain_text("Jugendamt")
    page.goto(reverse("cases:list"))
    expect(page.locator("main")).not_to_contain_text(world.shared.case.number)


def test_a_panel_closes_with_escape_and_gives_the_focus_back(open_as: Opened, world: World) -> None:
    page = open_as("lead", viewport=WIDE)
    page.goto(reverse("my_day"))
    account = page.locator(".fb-tools__wide details > summary")
    account.focus()
    page.keyboard.press("Enter")
    leave = page.locator(".fb-tools__wide button:has-text('Abmelden')")
    expect(leave).to_be_visible()
    page.keyboard.press("Escape")
    expect(leave).to_be_hidden()
    expect(account).to_be_focused()


def test_after_signing_out_the_back_button_shows_nothing(open_as: Opened, guard: Guard, world: World) -> None:
    page = open_as("lead", viewport=WIDE)
    page.goto(reverse("cases:detail", args=[world.shared.case.pk]))
    page.locator(".fb-tools__wide details > summary").click()
    page.locator(".fb-tools__wide button:has-text('Abmelden')").click()
    page.wait_for_url("**/accounts/login/**")
    page.go_back()
    expect(page.locator("#id_login")).to_be_visible()
    assert world.shared.case.number not in page.content()
    # htmx notes the path of the page, which holds ids alone, until the tab is closed.
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == [
        "htmx-current-path-for-history"
    ]


def test_a_key_right_after_the_page_has_come_is_no_second_key(open_as: Opened, world: World) -> None:
    page = open_as("lead", viewport=WIDE)
    page.goto(reverse("cases:detail", args=[world.shared.case.pk]))
    # A clock that has just begun, as after the fastest of page loads.
    page.evaluate(KEY_AT_ONCE, "n")
    expect(page.locator("#notes textarea")).to_be_focused()


def _tab_to(page: Page, selector: str, *, at_most: int = 40) -> None:
    """Press Tab until this has the focus."""
    wanted = page.locator(selector).first
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if wanted.evaluate("(each) => each === document.activeElement"):
            return
    raise AssertionError(f"{selector} is not reached")


def _stops(page: Page) -> list[tuple[str, bool]]:
    """What gets the focus, one Tab after the other, and whether that shows."""
    stops: list[tuple[str, bool]] = []
    while len(stops) < 80:
        page.keyboard.press("Tab")
        name = page.evaluate(FOCUSED)
        if not name:
            break
        stops.append((name, page.evaluate(SHOWS_FOCUS)))
    return stops
