"""Outside of the demo nobody gets anywhere without her second factor."""

from django.test import override_settings
from django.urls import reverse

from agencies.middleware import WITHOUT_SECOND_FACTOR
from tests.access.asking import ask, form_of
from tests.access.register import DOORS
from tests.access.world import World, undone

SET_UP = reverse("mfa_activate_totp")
BEFORE_IT = {
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reauthenticate",
    "mfa_activate_totp",
    "mfa_authenticate",
    "set_language",
    "set_theme",
}


def test_what_opens_before_the_set_up_is_known() -> None:
    assert set(WITHOUT_SECOND_FACTOR) == BEFORE_IT


@override_settings(DEMO=False)
def test_every_other_door_leads_to_the_set_up(world: World) -> None:
    ways, expected = {}, {}
    for door in (door for door in DOORS if door.name not in BEFORE_IT):
        with undone():
            sent = form_of(door, world, "lead")
            response = ask(world.client("lead"), door, world.shared.arguments, sent=sent)
        ways[str(door)] = (response.status_code, response.headers.get("Location"))
        expected[str(door)] = (403, None) if door.is_api else (302, SET_UP)
    assert ways == expected
