"""A session that ended takes no word away: every field of the two long forms comes back and is stored."""

import re
from collections.abc import Callable, Iterable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from agencies.models import Membership
from cases.models.vocabulary import LifeArea
from tests.access.world import World
from tests.browser.filling import fill_everything, values_of
from tests.browser.test_story import lose_the_session, press, sign_in

Open = Callable[..., Page]

LANGUAGE_NOBODY_LISTED = "Klingonisch"
SCRIPT = pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
# Chosen, not written: it is read on the page in words of its own.
CHOSEN = (
    "interviews",
    "steps",
    *("-shared", "-rating", "-chosen", "-classification", "-workgroup", "-deadline"),
)


def written(values: dict[str, str]) -> list[str]:
    """Every line that was typed."""
    texts = [value for name, value in values.items() if not name.endswith(CHOSEN) and " " in value]
    return [line for text in texts for line in text.split("\n")]


def expect_lines(page: Page, lines: Iterable[str]) -> None:
    shown = page.locator("main").inner_text()
    assert [line for line in lines if line not in shown] == []


def send_without_a_session(page: Page, label: str, *, by: Membership) -> None:
    lose_the_session(page)
    press(page, label)
    expect(page.locator("#id_login")).to_be_visible()
    sign_in(page, by)


@SCRIPT
def test_an_interview_about_everything(*, script: bool, world: World, open_as: Open) -> None:
    page, case = open_as("lead", java_script_enabled=script), world.shared.case
    page.goto(reverse("cases:interview_new", args=[case.pk]))
    ratings = {f"{area}-rating": str(number % 5 + 1) for number, area in enumerate(LifeArea.values)}
    typed = fill_everything(
        page,
        given={
            **ratings,
            "held_on": "2026-11-02",
            "consent": "written",
            "language": LANGUAGE_NOBODY_LISTED,
        },
    )
    assert len(written(typed)) == 3 * 2 + 1 + len(LifeArea) * (2 * 2 + 1)

    send_without_a_session(page, "Gespräch speichern", by=world.member("lead"))
    assert values_of(page) == typed
    # Only now does the form know that nobody listed this language.
    page.get_by_label("So übernehmen").check()
    press(page, "Gespräch speichern")

    page.wait_for_url(re.compile(r"/interviews/[0-9a-f-]{36}/$"))
    expect_lines(page, [*written(typed), LANGUAGE_NOBODY_LISTED, "02.11.2026", "schriftlich"])
    shown = page.locator(".fb-rated").all_inner_texts()
    assert [text.strip() for text in shown] == [f"{rating} von 5" for rating in ratings.values()]


@SCRIPT
def test_an_analysis_with_every_section(*, script: bool, world: World, open_as: Open) -> None:
    page, case = open_as("lead", java_script_enabled=script), world.shared.case
    page.goto(reverse("cases:analysis_new", args=[case.pk]))
    deadlines = {f"{area}-deadline": f"2026-12-{number:02}" for number, area in enumerate(LifeArea, 1)}
    typed = fill_everything(
        page,
        given={
            **deadlines,
            "as_of": "2026-11-02",
            "proposal_minutes": "35",
            "proposal_naming": "named",
        },
    )
    assert {"interviews", "steps", "occasion", "case_or_theme", "sharing_wish"} <= typed.keys()
    assert any(name.endswith("-classification") for name in typed)

    send_without_a_session(page, "Fallanalyse speichern", by=world.member("lead"))
    assert values_of(page) == typed
    press(page, "Fallanalyse speichern")

    page.wait_for_url(re.compile(r"/analyses/[0-9a-f-]{36}/$"))
    days = [f"{number:02}.12.2026" for number, _area in enumerate(LifeArea, 1)]
    expect_lines(page, [*written(typed), *days, "02.11.2026", "35"])
    page.get_by_role("link", name="Ändern").click()
    assert values_of(page) == typed
