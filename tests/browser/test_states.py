"""The other sides of a page: refused forms, errors, empty lists, papers on their way, text that waits."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page

from agencies.models import Membership
from agencies.roles import Role
from cases.models import AnalysisPdf
from cases.views import detail
from core.models import KeptText
from tests.access.asking import address_of
from tests.access.door import Door
from tests.access.typed import WRITING, valid
from tests.access.world import World
from tests.browser.guard import Guard
from tests.browser.looking import look_at
from tests.factories import client_for, make_agency, make_membership, working_as

Opened = Callable[..., Page]

# The form that is sent to the address of its own page.
FORM = """[...document.querySelectorAll("main form[method=post]")].find(
  each => new URL(each.action).pathname === location.pathname)"""
# Too long, without a gap, long ago, less than nothing and no choice at all: whatever a form asks for, it is refused.
# Where htmx answers in place, the page of its own is what is looked at.
NONSENSE = f"""() => {{
  const form = {FORM};
  let letters = 10080;
  for (const each of form.elements) {{
    if (each.type === "hidden" || each.tagName === "BUTTON") continue;
    if (each.type === "radio" || each.type === "checkbox") each.checked = false;
    else if (each.tagName === "SELECT") each.selectedIndex = -1;
    else if (each.type === "date") each.value = "0001-01-01";
    else if (each.type === "number") each.value = "-1";
    else {{
      each.value = "Donaudampfschiff".repeat(letters / 16);
      if (each.tagName === "TEXTAREA") letters = 640;
    }}
  }}
  if (form.hasAttribute("hx-post")) form.submit();
  else form.requestSubmit();
}}"""
FIELDS = f"""() => [...{FORM}.elements].filter(
  each => each.type !== "hidden" && each.tagName !== "BUTTON").length"""


FORMS_OF_A_WALK = 10
WALKS = [WRITING[first : first + FORMS_OF_A_WALK] for first in range(0, len(WRITING), FORMS_OF_A_WALK)]


@pytest.mark.parametrize("forms", WALKS, ids=lambda forms: forms[0].name)
def test_refused_forms(forms: list[Door], open_as: Opened, guard: Guard, world: World) -> None:
    guard.expected = {422}
    windows = {door.by: open_as(door.by) for door in forms}
    for door in forms:
        page = windows[door.by]
        # What the form is about has to be there.
        valid(door, world)
        page.goto(address_of(door, world.shared.arguments))
        if not page.evaluate(FIELDS):
            # A button alone has nothing to refuse.
            continue
        with page.expect_navigation():
            page.evaluate(NONSENSE)
        assert page.locator(".fb-errors").is_visible(), door
        assert page.title().startswith("Fehler:"), door
        look_at(page, guard)


def test_the_error_summary_leads_to_the_field(open_as: Opened, guard: Guard) -> None:
    guard.expected = {422}
    page = open_as("lead")
    page.goto(reverse("cases:take_up"))
    with page.expect_navigation():
        page.evaluate(NONSENSE)
    page.locator(".fb-errors a").first.click()
    assert page.evaluate("document.activeElement.id") == "id_family_name"


ERRORS = [
    (404, "lead", "/nothing/here/"),
    (404, "uninvolved", "/cases/{case}/"),
    (403, "reader", "/cases/{case}/participations/new/"),
    (403, "moderator", "/cases/"),
    (400, "lead", "/cases/?position=x"),
    (405, "lead", "/cases/search/"),
    (500, "lead", "/cases/{case}/"),
]


def test_error_pages(open_as: Opened, guard: Guard, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for status, who, path in ERRORS:
        if status == 500:
            monkeypatch.setattr(detail, "CaseOverview", None)
        guard.expected = {status}
        page = open_as(who)
        response = page.goto(path.format(case=world.shared.case.pk))
        assert response
        assert response.status == status, path
        look_at(page, guard)


def test_a_form_from_a_page_that_is_too_old(open_as: Opened, guard: Guard) -> None:
    guard.expected = {403}
    page = open_as()
    page.goto(reverse("account_login"))
    page.context.clear_cookies()
    page.locator("button[name=language]").first.click()
    assert "zu lange" in page.locator("h1").inner_text()
    look_at(page, guard)


def test_an_agency_without_a_case(open_as: Opened, guard: Guard, world: World) -> None:
    newcomer = make_membership(make_agency("Neue Stelle"))
    world.sessions["newcomer"] = str(client_for(newcomer).session.session_key)
    page = open_as("newcomer")
    for path in (reverse("my_day"), reverse("cases:list"), reverse("cases:list") + "?phase=planning"):
        page.goto(path)
        look_at(page, guard)


def test_a_search_that_finds_nothing(open_as: Opened, guard: Guard) -> None:
    page = open_as("lead")
    page.goto(reverse("my_day"))
    page.fill("#search-head", "LIP-1999-0001")
    page.press("#search-head", "Enter")
    page.wait_for_load_state()
    look_at(page, guard)


WAITING: dict[str, Any] = {"started_at": None, "finished_at": None, "failed_at": None, "removed_at": None}
PAPERS: dict[str, dict[str, Any]] = {
    "waiting": {**WAITING, "progress": 0},
    "running": {**WAITING, "started_at": timezone.now(), "progress": 40},
    "failed": {**WAITING, "started_at": timezone.now(), "failed_at": timezone.now()},
    "removed": {**WAITING, "finished_at": timezone.now(), "removed_at": timezone.now()},
    "no longer hers": {
        **WAITING,
        "finished_at": timezone.now(),
        "holds": ["00000000-0000-0000-0000-000000000000"],
    },
}


def test_papers(open_as: Opened, guard: Guard, world: World) -> None:
    lead, page = world.member("lead"), open_as("lead")
    for state in PAPERS.values():
        with working_as(lead):
            AnalysisPdf.objects.filter(pk=world.shared.pdf.pk).update(**state)
        page.goto(reverse("cases:pdf", args=[world.shared.case.pk, world.shared.pdf.pk]))
        look_at(page, guard)


def test_text_that_waits(open_as: Opened, guard: Guard, world: World) -> None:
    address = reverse("cases:interview_new", args=[world.shared.case.pk])
    lead = world.member("lead")
    client = world.client("lead")
    client.post(reverse("cases:draft", args=[world.shared.case.pk, "interview"]), {"success": "Ich will"})
    page = open_as("lead")
    page.goto(address)
    look_at(page, guard)
    kept = KeptText.sealed(user_id=lead.user_id, path=address, fields={"success": ["Ich will arbeiten"]})
    kept.save()
    page.goto(f"{address}?kept={kept.pk}")
    assert page.locator("#id_success").input_value() == "Ich will arbeiten"
    look_at(page, guard)


def test_a_role_that_ends_while_she_writes_says_so_and_shows_her_text(
    open_as: Opened, guard: Guard, world: World
) -> None:
    guard.expected = {404}
    page = open_as("lead")
    page.goto(reverse("cases:note_new", args=[world.shared.case.pk]))
    page.locator("main textarea[name=text]").fill("Anruf der Fahrschule:\nPrüfung verlegt")
    # Only in the database, which is undone; the cast is one for all tests of the package.
    Membership.objects.filter(pk=world.member("lead").pk).update(roles=[Role.MODERATOR])
    with page.expect_navigation():
        page.locator("main").get_by_role("button", name="Notiz speichern").click()
    assert "Prüfung verlegt" in page.locator("main .fb-quote").inner_text()
    look_at(page, guard)


def test_a_day_that_is_not_in_the_calendar_is_not_lost(open_as: Opened, world: World) -> None:
    page = open_as("lead")
    address = reverse("cases:residence_new", args=[world.shared.case.pk])
    page.goto(address)
    field = page.locator("[name=printed_until]")
    field.focus()
    # The browser of the tests asks for the month first.
    page.keyboard.type("02292026")
    page.locator("main").get_by_role("button", name="Speichern").click()
    assert page.url.endswith(address)
    assert field.evaluate("(each) => each.validationMessage") == "Diesen Tag gibt es im Kalender nicht."
    field.fill("2026-02-28")
    assert field.evaluate("(each) => each.validity.valid")
