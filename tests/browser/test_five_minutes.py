"""How many times a new user touches keyboard and mouse; her hands are slower than any page."""

from collections.abc import Callable
from datetime import timedelta

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from cases.models import Case, FollowUp, Note
from core.today import today
from tests.access.world import World
from tests.factories import make_membership, working_as

Open = Callable[..., Page]


class Hands:
    """A window, and what was done in it: a key, a click, or the text of one field is one move."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.moves = 0

    def press(self, *keys: str) -> None:
        """One key after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.moves += 1

    def write(self, text: str) -> None:
        """Into what has the focus."""
        self.page.keyboard.type(text)
        self.moves += 1

    def click(self, target: Locator) -> None:
        """With the mouse."""
        target.click()
        self.moves += 1

    def choose(self, name: str, value: object) -> None:
        """Of a list: open it, and choose."""
        self.page.select_option(f"[name={name}]", str(value))
        self.moves += 2

    def tab_to(self, name: str) -> None:
        """Tab by Tab."""
        for _ in range(40):
            if self.page.evaluate("document.activeElement.name") == name:
                return
            self.press("Tab")
        raise AssertionError(f"{name} is not reached")


def take_up_by_keyboard(hands: Hands, world: World) -> None:
    hands.press("g", "f")
    hands.click(hands.page.get_by_role("link", name="Person aufnehmen"))
    hands.click(hands.page.get_by_label("Familienname"))
    hands.write("Haddad")
    hands.press("Tab")
    hands.write("Samira")
    hands.tab_to("birth_year")
    hands.write("1991")
    hands.choose("legal_basis", world.basis.pk)
    hands.click(hands.page.get_by_role("button", name="Aufnehmen"))
    expect(hands.page.locator("h1")).to_contain_text("Haddad")


def bring_in_by_keyboard(hands: Hands, world: World) -> None:
    agency = world.not_in_the_case
    hands.click(hands.page.get_by_role("link", name="Stelle einbinden").first)
    hands.choose("agency", agency.pk)
    hands.choose("legal_basis", world.basis.pk)
    hands.choose("area_finances", "shared")
    hands.click(hands.page.get_by_role("button", name="Einbinden"))
    expect(hands.page.locator("main")).to_contain_text(agency.name)


def test_person_case_and_first_agency(world: World, open_as: Open) -> None:
    beginner = make_membership(world.member("lead").agency, name="Berta Beginn")
    page = open_as(viewport={"width": 1280, "height": 900})
    hands = Hands(page)
    page.goto("/")
    hands.click(page.locator("#id_login"))
    hands.write(beginner.user.email)
    hands.press("Tab")
    hands.write("only-for-tests")
    hands.press("Enter")
    expect(page.locator("h1")).to_contain_text("Berta Beginn")
    take_up_by_keyboard(hands, world)
    bring_in_by_keyboard(hands, world)
    assert hands.moves <= 60
    with working_as(beginner):
        case = Case.objects.get(migrant__family_name="Haddad")
        assert case.participations.filter(agency=world.not_in_the_case).exists()


def test_a_note_after_a_telephone_call(world: World, open_as: Open) -> None:
    page, lead = open_as("lead"), world.member("lead")
    page.goto(reverse("cases:detail", args=[world.shared.case.pk]))
    hands = Hands(page)
    hands.press("n")
    hands.write("Termin beim Jobcenter verschoben")
    hands.click(page.get_by_role("button", name="Notiz speichern"))
    expect(page.locator("#notes")).to_contain_text("Termin beim Jobcenter verschoben")
    assert hands.moves <= 4
    with working_as(lead):
        assert Note.objects.filter(text="Termin beim Jobcenter verschoben", author=lead).count() == 1


def test_a_follow_up_is_one_click(world: World, open_as: Open) -> None:
    page, lead = open_as("lead"), world.member("lead")
    page.goto(reverse("cases:detail", args=[world.shared.case.pk]))
    page.get_by_role("button", name="in 1 Woche").click()
    expect(page.locator("#follow-ups")).to_contain_text("Die Wiedervorlage ist vorgemerkt")
    with working_as(lead):
        due = FollowUp.objects.visible_to(lead).filter(due_on=today() + timedelta(days=7))
        assert due.count() == 1
