"""Setting up the second factor and signing in with it, each page looked at on the way."""

import time
from collections.abc import Callable

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import override_settings
from django.urls import reverse
from playwright.sync_api import Page, expect

from agencies.models import Membership
from tests.access.world import World
from tests.browser.guard import Guard
from tests.browser.looking import look_at
from tests.factories import PASSWORD

PERIOD = 30
OPEN_THEN = (
    "mfa_index",
    "mfa_reauthenticate",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
    "account_logout",
)
WALKED_THROUGH = {"mfa_activate_totp", "mfa_authenticate", "mfa_view_recovery_codes", *OPEN_THEN}


def _sign_in(page: Page, membership: Membership) -> None:
    page.fill("#id_login", membership.user.email)
    page.fill("#id_password", PASSWORD)
    page.locator("main form button[type=submit]").first.click()


def _send(page: Page) -> None:
    page.locator("main form[method=post] button[type=submit]").first.click()


def _code(secret: str) -> str:
    """What an authenticator app shows now."""
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // PERIOD)))


@override_settings(DEMO=False)
def test_from_the_first_sign_in_to_the_next(world: World, open_as: Callable[..., Page], guard: Guard) -> None:
    lead = world.member("lead")
    page = open_as()
    page.goto(reverse("account_login"))
    look_at(page, guard)
    _sign_in(page, lead)
    page.wait_for_url("**" + reverse("account_reauthenticate") + "**")
    page.fill("#id_password", PASSWORD)
    _send(page)
    page.wait_for_url("**" + reverse("mfa_activate_totp") + "**")
    look_at(page, guard)
    page.fill("#id_code", _code(page.locator(".fb-gate__key").inner_text().replace(" ", "")))
    _send(page)
    page.wait_for_url("**" + reverse("mfa_view_recovery_codes"))
    look_at(page, guard)
    recovery = page.locator("main code").first.inner_text()

    for name in OPEN_THEN:
        page.goto(reverse(name))
        look_at(page, guard)
    _send(page)
    page.wait_for_url("**" + reverse("account_login") + "**")
    _sign_in(page, lead)
    page.wait_for_url("**" + reverse("mfa_authenticate") + "**")
    look_at(page, guard)
    page.fill("#id_code", recovery)
    _send(page)
    expect(page.locator("h1")).to_contain_text("Lea Führend")
