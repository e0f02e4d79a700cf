"""The main path in a browser, with script and without: from the sign-in to a paper, and to the other agency's share."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from agencies.models import Agency, Membership
from cases.models import AnalysisPdf, Case, LegalBasis
from cases.tasks import make_analysis_pdf
from core.acting import acting
from tests.access.world import World
from tests.browser.guard import Guard
from tests.factories import PASSWORD, analysis, working_as
from tests.factories import take_up as make_case

NAME = "محمد الحسن"
Open = Callable[..., Page]


def sign_in(page: Page, membership: Membership) -> None:
    page.fill("#id_login", membership.user.email)
    page.fill("#id_password", PASSWORD)
    page.locator("main form").first.get_by_role("button").click()


def press(page: Page, label: str) -> None:
    page.locator("main").get_by_role("button", name=label).last.click()


def take_up(page: Page, basis: LegalBasis) -> None:
    page.goto(reverse("cases:take_up"))
    page.fill("[name=family_name]", NAME)
    page.locator("[name^=birth]").last.fill("1988")
    page.select_option("[name=legal_basis]", str(basis.pk))
    press(page, "Aufnehmen")
    expect(page.locator("h1")).to_contain_text(NAME)


def write_interview(page: Page, case: Case) -> None:
    page.goto(reverse("cases:interview_new", args=[case.pk]))
    page.get_by_label("mündlich, hier vermerkt").check()
    page.fill("[name=success]", "Eine Liste, von Anfang an.")
    page.locator("details", has=page.locator("[name=work-situation]")).locator("summary").first.click()
    page.fill("[name=work-situation]", "Gelernter Bäcker.")
    page.check("[name=work-shared]")


def lose_the_session(page: Page) -> None:
    page.context.clear_cookies(name=re.compile("session"))


def make_the_paper(case: Case) -> None:
    """What the worker does when it is woken."""
    with acting(case.lead_agency_id):
        job = AnalysisPdf.objects.get(case=case)
    make_analysis_pdf(str(job.pk), str(job.agency_id))


def write_analysis(page: Page) -> None:
    page.get_by_role("link", name="Fallanalyse daraus schreiben").click()
    expect(page.locator("[name=own_words]")).to_have_value(re.compile("Eine Liste"))
    page.fill("[name=title]", "Ein Bäcker ohne Backstube")
    page.locator("details", has=page.locator("[name=work-situation]")).evaluate(
        "(each) => (each.open = true)"
    )
    page.check("[name=work-shared]")
    press(page, "Fallanalyse speichern")


def fetch_the_paper(page: Page, *, case: Case, script: bool) -> str:
    press(page, "PDF erstellen")
    make_the_paper(case)
    if not script:
        page.get_by_role("link", name="Stand neu abfragen").click()
    ready = page.get_by_role("link", name=re.compile("PDF öffnen"))
    expect(ready).to_be_visible(timeout=8000)
    with page.expect_download() as download:
        ready.click()
    return download.value.suggested_filename


def bring_in(page: Page, case: Case, agency: Agency, basis: LegalBasis) -> None:
    page.goto(reverse("cases:participation_new", args=[case.pk]))
    page.select_option("[name=agency]", str(agency.pk))
    page.select_option("[name=legal_basis]", str(basis.pk))
    page.select_option("[name=area_work]", "shared")
    press(page, "Einbinden")


def end_participation(page: Page) -> None:
    page.get_by_role("link", name=re.compile("^Beenden")).click()
    page.fill("[name=reason]", "Zuständigkeit gewechselt")
    press(page, "Beteiligung beenden")


def made(membership: Membership) -> Case:
    """The case of this story."""
    with working_as(membership):
        return Case.objects.get(migrant__family_name=NAME)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_sign_in_to_the_paper(*, script: bool, world: World, guard: Guard, open_as: Open) -> None:
    lead = world.member("lead")
    page = open_as(java_script_enabled=script)
    page.goto("/")
    sign_in(page, lead)
    expect(page.locator("h1")).to_contain_text("Lea Führend")
    take_up(page, world.basis)
    case = made(lead)

    write_interview(page, case)
    if script:
        expect(page.locator("[data-draft-state]").first).to_contain_text("Entwurf gespeichert", timeout=8000)
    lose_the_session(page)
    press(page, "Gespräch speichern")
    sign_in(page, lead)
    expect(page.locator("[name=success]")).to_have_value("Eine Liste, von Anfang an.")
    press(page, "Gespräch speichern")
    expect(page.locator("main")).to_contain_text("Gelernter Bäcker.")

    write_analysis(page)
    assert fetch_the_paper(page, case=case, script=script) == f"Fallanalyse-{case.number}.pdf"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_other_agency_sees_its_share_until_it_ends(
    *, script: bool, world: World, guard: Guard, open_as: Open
) -> None:
    lead, partner = world.member("lead"), world.member("partner")
    case = make_case(lead, family_name=NAME, basis=world.basis)
    analysis(case, by=lead, shared=["work"], kept=["health"], word="Backstube")
    page = open_as("lead", java_script_enabled=script)
    bring_in(page, case, partner.agency, world.basis)

    other = open_as("partner", java_script_enabled=script)
    other.goto(reverse("cases:list"))
    other.get_by_role("link", name=NAME).click()
    expect(other.locator("main")).to_contain_text("Backstube work")
    expect(other.locator("main")).not_to_contain_text("Backstube health")

    end_participation(page)
    guard.expected.add(404)
    answer = other.goto(reverse("cases:detail", args=[case.pk]))
    assert answer is not None
    assert answer.status == 404


def test_the_keyboard_reaches_content_and_switcher(world: World, open_as: Open) -> None:
    page = open_as("acting_for_the_wrong_one", viewport={"width": 1280, "height": 900})
    page.goto("/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()

    page.locator(".fb-acting > summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Wechseln")).to_be_visible()
