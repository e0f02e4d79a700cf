"""What the measuring of contrast finds, and what it leaves out because it has passed already."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.contrast import Contrast

READABLE = '<p style="color: #111">Frist</p>'
PALE = '<p style="color: #ccc">Frist</p>'


@pytest.fixture
def measured(page: Page) -> Callable[[str], list[str]]:
    """What is found on one page after the other, by the same eyes."""
    contrast = Contrast()

    def violations(body: str) -> list[str]:
        page.set_content(f"<main style='background-color: #fff'>{body}</main>")
        page.evaluate(Axe().axe_script)
        return contrast.violations(page)

    return violations


def test_pale_text_is_found_each_time(measured: Callable[[str], list[str]]) -> None:
    assert measured(READABLE) == []
    assert len(measured(READABLE + PALE)) == 1
    assert len(measured(PALE)) == 1


@pytest.mark.parametrize(
    "changed",
    [
        '<div style="background-color: #333">{}</div>',
        '<div style="opacity: 0.2">{}</div>',
        '<div style="position: absolute; background-color: #222">{}</div>',
    ],
)
def test_what_has_passed_elsewhere_is_found_on_another_ground(
    measured: Callable[[str], list[str]], changed: str
) -> None:
    assert measured(READABLE) == []
    assert len(measured(changed.format(READABLE))) == 1


def test_a_button_that_was_off_is_measured_when_it_is_on(measured: Callable[[str], list[str]]) -> None:
    pale = '<button style="color: #ccc; background-color: #fff"{}>Senden</button>'
    assert measured(pale.format(" disabled")) == []
    assert len(measured(pale.format(""))) == 1


def test_text_that_has_passed_is_not_measured_again(page: Page) -> None:
    contrast = Contrast()
    page.set_content(f"<main style='background-color: #fff'>{READABLE}</main>")
    page.evaluate(Axe().axe_script)
    contrast.violations(page)
    page.evaluate("void (axe.run = undefined)")
    assert contrast.violations(page) == []
