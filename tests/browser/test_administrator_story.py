"""The access administrator's story in the browser: a file of agencies, an invitation, a role, and the end of it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from agencies.models import AccessInvitation, Agency, Membership
from cases.actions.request_pdf import request_pdf
from cases.models import AnalysisPdf, Case
from cases.tasks import make_analysis_pdf
from core.acting import acting
from tests.access.world import World
from tests.browser.guard import Guard
from tests.browser.test_story import press, take_up
from tests.factories import analysis, working_as

Open = Callable[..., Page]

ROWS = (settings.BASE_DIR / "agencies" / "demo" / "agencies.csv").read_text().splitlines(keepends=True)
# The integration centre is there already, under another short name.
AGENCIES = "".join(row for row in ROWS if "integration_centre" not in row)
NAME, ADDRESS, PASSWORD = "Nina Neuland", "nina.neuland@test.example", "Brueckenbau-2026-Lippe"
TOO_EASY = {"kurz": "zu kurz", NAME: "ähnelt Ihrem Namen"}
YOUTH_OFFICE = "Jugendamt der Stadt Detmold"
ASK_THE_INTERFACE = "async () => (await fetch('/api/v1/cases/')).status"


def choose_file(page: Page, text: str) -> None:
    page.goto(reverse("administration:import"))
    payload = FilePayload(name="stellen.csv", mimeType="text/csv", buffer=text.encode())
    page.set_input_files("[name=file]", payload)
    press(page, "Datei ansehen")


def import_agencies(page: Page, guard: Guard) -> None:
    """The first try has a mistake in its fourth line, and leaves nothing behind."""
    before = Agency.objects.count()
    guard.expected.add(422)
    choose_file(page, AGENCIES.replace("youth_office", "youth_ofice", 1))
    row = page.get_by_role("row", name="Zeile 4")
    expect(row).to_contain_text("„youth_ofice“ ist nicht bekannt")
    expect(page.locator("main")).to_contain_text("Es wurde nichts übernommen")
    assert Agency.objects.count() == before
    choose_file(page, AGENCIES)
    press(page, "Übernehmen")
    expect(page.locator("main")).to_contain_text(re.compile(r"Übernommen: \d+ neu"))
    assert Agency.objects.filter(name=YOUTH_OFFICE).exists()


def open_agency(page: Page, name: str) -> None:
    page.goto(reverse("administration:agencies"))
    page.fill("[name=words]", name)
    press(page, "Anzeigen")
    page.get_by_role("link", name=name).click()


def invite(page: Page, *, address: str, role: str = "Fallbearbeitung") -> None:
    page.get_by_role("link", name="Jemanden einladen").click()
    page.fill("[name=name]", NAME)
    page.fill("[name=email]", address)
    page.get_by_label(role, exact=True).check()
    press(page, "Einladung senden")


def read_the_mail(page: Page) -> str:
    """The link, as somebody finds it who looks at the mails of the demo."""
    page.goto(reverse("demo_mails"))
    line = page.get_by_role("listitem").filter(has_text=ADDRESS)
    line.get_by_role("link", name="Ihr Zugang zu Fallbrücke").first.click()
    expect(page.locator("article")).to_contain_text(YOUTH_OFFICE)
    return str(page.locator("article a[href*='/accounts/invitation/']").get_attribute("href"))


def set_password(page: Page, password: str) -> None:
    page.fill("[name=password1]", password)
    page.fill("[name=password2]", password)
    press(page, "Einladung annehmen")


def accept(page: Page, link: str, guard: Guard) -> None:
    """Passwords that are too easy are refused, at their field."""
    guard.expected.add(422)
    page.goto(link)
    expect(page.locator("[name=name]")).to_have_value(NAME)
    for password, sentence in TOO_EASY.items():
        set_password(page, password)
        expect(page.locator("#id_password1_error")).to_contain_text(sentence)
    set_password(page, PASSWORD)
    expect(page.locator("main")).to_contain_text("Ihr Konto ist eingerichtet")


def sign_in(page: Page) -> None:
    page.fill("#id_login", ADDRESS)
    page.fill("#id_password", PASSWORD)
    page.locator("main form").first.get_by_role("button").click()


def invited_person(world: World, page: Page, other: Page, guard: Guard) -> str:
    """Somebody who came by an invitation and has signed in; the answer is her link."""
    open_agency(page, YOUTH_OFFICE)
    invite(page, address=ADDRESS)
    expect(page.locator("main")).to_contain_text("Die Einladung ist unterwegs")
    link = read_the_mail(other)
    accept(other, link, guard)
    sign_in(other)
    expect(other.locator("h1")).to_contain_text(NAME)
    take_up(other, world.basis)
    return link


def open_member(page: Page) -> None:
    open_agency(page, YOUTH_OFFICE)
    page.get_by_role("row", name=NAME).get_by_role("link", name="Ändern").click()


def papers(by: Membership) -> tuple[AnalysisPdf, AnalysisPdf]:
    """One that lies ready, and one that still waits for a worker."""
    with acting(by.agency_id):
        case = Case.objects.get(lead_agency=by.agency)
    written = analysis(case, by=by, kept=["work"])
    with working_as(by):
        ready = request_pdf(written, by=by)
    make_analysis_pdf(str(ready.pk), str(by.agency_id))
    with working_as(by):
        return ready, request_pdf(written, by=by)


def end_at_once(page: Page) -> None:
    open_member(page)
    page.get_by_role("link", name="Mitgliedschaft beenden").click()
    page.fill("[name=reason]", "Wechsel in eine andere Stelle")
    press(page, "Mitgliedschaft beenden")
    expect(page.locator("main")).to_contain_text("Mitgliedschaft")


def expect_no_access(page: Page) -> None:
    expect(page.locator("h1")).to_have_text("Sie haben heute keinen Zugang")
    expect(page.locator("main")).to_contain_text("Sie gehören heute zu keiner Stelle")
    expect(page.locator("main").get_by_role("link", name="Abmelden")).to_be_visible()


def test_from_a_file_to_the_end_of_a_membership(*, world: World, guard: Guard, open_as: Open) -> None:
    page, other = open_as("access_administrator"), open_as()
    import_agencies(page, guard)
    link = invited_person(world, page, other, guard)

    other.goto(reverse("cases:list"))
    expect(other.get_by_role("link", name="Fälle verteilen")).to_have_count(0)
    open_member(page)
    page.get_by_label("Leitung", exact=True).check()
    press(page, "Speichern")
    other.get_by_role("link", name="Fälle", exact=True).first.click()
    other.get_by_role("link", name="Fälle verteilen").click()
    expect(other.locator("h1")).to_have_text("Fälle verteilen")

    nina = Membership.objects.select_related("user", "agency").get(user__email=ADDRESS)
    ready, waiting = papers(nina)
    file = reverse("cases:pdf_file", args=[ready.case_id, ready.pk])
    assert other.request.get(file).headers["content-type"] == "application/pdf"
    assert other.evaluate(ASK_THE_INTERFACE) == 200

    end_at_once(page)
    guard.expected |= {401, 403, 410}
    assert other.evaluate(ASK_THE_INTERFACE) in {401, 403}
    assert other.request.get(file).headers["content-type"] != "application/pdf"
    make_analysis_pdf(str(waiting.pk), str(nina.agency_id))
    with acting(nina.agency_id):
        waiting.refresh_from_db()
    assert (waiting.state, waiting.error_code, waiting.path.exists()) == ("failed", "no_access", False)
    other.get_by_role("link", name="Fälle", exact=True).first.click()
    expect(other.locator("#id_login")).to_be_visible()
    sign_in(other)
    expect_no_access(other)

    other.goto(link)
    expect(other.locator("main")).to_contain_text("Sie wurde schon verwendet")


def test_an_invitation_that_has_expired_says_so(*, world: World, guard: Guard, open_as: Open) -> None:
    guard.expected = {410}
    invitation = AccessInvitation.objects.get(pk=world.shared.arguments["invitation_id"])
    invitation.expires_at = timezone.now() - timedelta(minutes=1)
    invitation.save(update_fields=["expires_at"])
    page = open_as()
    page.goto(reverse("account_invitation", args=[world.shared.arguments["token"]]))
    expect(page.locator("main")).to_contain_text("Ihre Frist ist abgelaufen")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_nobody_invites_herself(*, script: bool, world: World, guard: Guard, open_as: Open) -> None:
    guard.expected = {422}
    page = open_as("access_administrator", java_script_enabled=script)
    page.goto(reverse("administration:agency", args=[world.not_in_the_case.pk]))
    invite(page, address=world.member("access_administrator").user.email)
    expect(page.locator("#id_email_error")).to_contain_text("Sie können sich nicht selbst einladen")
    expect(page.locator("[name=name]")).to_have_value(NAME)
