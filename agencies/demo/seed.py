"""The demo's agencies and accounts; running it again changes nothing."""

import csv
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group

from agencies.models import Agency, Carrier, Membership, User
from agencies.roles import Role
from core.today import today

HERE = Path(__file__).parent
PASSWORD = "fallbruecke-demo"  # noqa: S105 - the demo's password is public by design
DOMAIN = "demo.fallbruecke.example"
MEMBERS_FOR_DAYS = 500


def seed_agencies() -> None:
    """The authorities and institutions of Lippe; their legal classification is to be confirmed."""
    with (HERE / "agencies.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            carrier, _created = Carrier.objects.get_or_create(name=line["carrier"])
            if not Agency.objects.filter(short_name=line["short_name"]).exists():
                Agency.objects.create(
                    carrier=carrier,
                    group=Group.objects.create(name=line["short_name"]),
                    name=line["agency"],
                    short_name=line["short_name"],
                    kind=line["kind"],
                    legal_kind=line["legal_kind"],
                    duty_to_report=line["duty_to_report_87"] == "yes",
                    place=line["place"],
                )


def seed_accounts() -> None:
    """The accounts that the sign-in page lists, and colleagues who cannot sign in."""
    people = json.loads((HERE / "accounts.json").read_text(encoding="utf-8"))
    for group, password in (("accounts", PASSWORD), ("colleagues", None)):
        for person in people[group]:
            _account(person, password=password)


def demo_accounts() -> list[dict[str, str]]:
    """What the demo's sign-in page says about each account."""
    people = json.loads((HERE / "accounts.json").read_text(encoding="utf-8"))
    return [
        {
            "email": f"{person['key']}@{DOMAIN}",
            "label": person["memberships"][0]["agency"],
            "role": ", ".join(str(Role(role).label) for role in person["memberships"][0]["roles"]),
            "first_view": person["first_view"],
        }
        for person in people["accounts"]
    ]


def _account(person: dict[str, Any], *, password: str | None) -> None:
    email = f"{person['key']}@{DOMAIN}"
    user = User.objects.filter(email=email).first()
    user = user or User.objects.create_user(email, name=person["name"], password=password)
    for membership in person["memberships"]:
        Membership.objects.get_or_create(
            user=user,
            agency=Agency.objects.get(short_name=membership["agency"]),
            defaults={
                "roles": membership["roles"],
                "central": membership.get("central", False),
                "telephone": membership["telephone"],
                "starts_on": today() - timedelta(days=MEMBERS_FOR_DAYS),
            },
        )
