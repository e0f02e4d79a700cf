"""Doors: agencies and access. The cast's access administrator is a central one (delegated: tests/agencies)."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from agencies.agency_file import HEADINGS, read_agencies
from agencies.roles import Role
from core.today import today
from tests.access.door import EVERYBODY, LOGIN, PUBLIC, SIGNED_IN, SIGNED_OUT, Door, get, post, put
from tests.access.world import World

ADMINISTERS = "role:manage_access"
Sent = Mapping[str, Any]
HEADING = ",".join(HEADINGS)
FILE = f"{HEADING}\nKreis Lippe,Pflegestützpunkt Lippe,Pflegestützpunkt,counselling,other,no,Lemgo\n"
NEW_PASSWORD = "Linde-Brücke-Lippe-7"


def agency(world: World, who: str) -> Sent:
    """All that is said about an agency."""
    return {
        "carrier": world.not_in_the_case.carrier_id,
        "name": "Pflegestützpunkt Lippe",
        "short_name": "Pflegestützpunkt",
        "kind": "counselling",
        "legal_kind": "other",
        "place": "Lemgo",
    }


def carrier(world: World, who: str) -> Sent:
    """A name."""
    return {"name": "Kreis Herford"}


def reason(world: World, who: str) -> Sent:
    """At once."""
    return {"reason": "Umzug der Stelle"}


def invitation(world: World, who: str) -> Sent:
    """A caseworker."""
    day = today().isoformat()
    return {"name": "Nele Neu", "email": "neu@test.example", "roles": [Role.CASEWORKER], "starts_on": day}


def roles(world: World, who: str) -> Sent:
    """A team lead."""
    return {"roles": [Role.TEAM_LEAD], "telephone": "05231 000-1"}


def file(world: World, who: str) -> Sent:
    """One agency."""
    return {"file": SimpleUploadedFile("stellen.csv", FILE.encode())}


def seen_file(world: World, who: str) -> Sent:
    """What was shown of it."""
    return {"text": FILE, "seen": read_agencies(FILE).fingerprint}


def account(world: World, who: str) -> Sent:
    """A password, twice."""
    return {"name": "Inge Eingeladen", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}


def nothing(world: World, who: str) -> Sent:
    """A button without a field."""
    return {"button": ""}


def nothing_by_api(world: World, who: str) -> Sent:
    """An empty object."""
    return {}


def address(world: World, who: str) -> Sent:
    """Nobody's."""
    return {"email": "niemand@test.example"}


def another_password(world: World, who: str) -> Sent:
    """With a mistake in the old one."""
    return {"oldpassword": "falsch", "password1": NEW_PASSWORD, "password2": NEW_PASSWORD}


# The link is for an address without an account; whoever is signed in is somebody else.
SOMEBODY_ELSE = {who: 409 for who in EVERYBODY if who not in SIGNED_OUT}
ACCOUNT = [
    get("account_invitation", PUBLIC, differing=SOMEBODY_ELSE),
    post("account_invitation", PUBLIC, done=LOGIN, form=account, differing=SOMEBODY_ELSE),
    get("account_change_password", SIGNED_IN),
    post("account_change_password", SIGNED_IN, form=another_password),
    get("account_reset_password", PUBLIC),
    post("account_reset_password", PUBLIC, done=302, form=address),
    get("account_reset_password_done", PUBLIC),
    get("account_reset_password_from_key", PUBLIC),
    post("account_reset_password_from_key", PUBLIC, form=nothing),
    get("account_reset_password_from_key_done", PUBLIC),
    get("roles", SIGNED_IN),
]
PAGES = [
    get("administration:agencies", ADMINISTERS),
    get("administration:agency_new", ADMINISTERS),
    post("administration:agency_new", ADMINISTERS, done=302, form=agency),
    get("administration:agency", ADMINISTERS),
    get("administration:agency_edit", ADMINISTERS),
    post("administration:agency_edit", ADMINISTERS, done=302, form=agency),
    get("administration:import", ADMINISTERS),
    post("administration:import_preview", ADMINISTERS, form=file),
    post("administration:import_take_over", ADMINISTERS, done=302, form=seen_file),
    get("administration:invite", ADMINISTERS),
    post("administration:invite", ADMINISTERS, done=302, form=invitation),
    post("administration:invitation_resend", ADMINISTERS, done=302, form=nothing),
    post("administration:invitation_withdraw", ADMINISTERS, done=302, form=nothing),
    get("administration:member", ADMINISTERS),
    post("administration:member", ADMINISTERS, done=302, form=roles),
    get("administration:member_end", ADMINISTERS),
    post("administration:member_end", ADMINISTERS, done=302, form=reason),
    get("administration:agency_close", ADMINISTERS),
    post("administration:agency_close", ADMINISTERS, done=302, form=reason),
    post("administration:agency_reopen", ADMINISTERS, done=302, form=nothing),
    get("administration:carriers", ADMINISTERS),
    get("administration:carrier_new", ADMINISTERS),
    post("administration:carrier_new", ADMINISTERS, done=302, form=carrier),
    get("administration:carrier", ADMINISTERS),
    post("administration:carrier", ADMINISTERS, done=302, form=carrier),
]
API = [
    get("api:administered_agencies", ADMINISTERS),
    get("api:members", ADMINISTERS),
    put("api:member", ADMINISTERS, form=roles),
    post("api:member_end", ADMINISTERS, form=reason),
    get("api:invitations", ADMINISTERS),
    post("api:invitations", ADMINISTERS, done=201, form=invitation),
    post("api:invitation_resend", ADMINISTERS, form=nothing_by_api),
    post("api:invitation_withdraw", ADMINISTERS, form=nothing_by_api),
]
DOORS: list[Door] = [*ACCOUNT, *PAGES, *API]
