"""Invitations as tests make them, and the link that stands in the mail."""

import re
from typing import Any

from agencies.actions.invite import Invited, invite
from agencies.models import AccessInvitation, Agency, Membership
from agencies.roles import Role
from core.models import OutboxMessage
from core.today import today
from tests.factories import working_as

SITE = "https://fallbruecke.example"
ADDRESS = "neu@test.example"
PASSWORD = "Linde-Brücke-Lippe-7"


def invited(**differing: Any) -> Invited:
    """A caseworker from today on."""
    usual = {"name": "Nele Neu", "email": ADDRESS, "roles": [Role.CASEWORKER], "starts_on": today()}
    return Invited(**{**usual, **differing})


def invite_into(agency: Agency, *, by: Membership, **differing: Any) -> AccessInvitation:
    """An invitation, sent."""
    with working_as(by):
        return invite(agency, invited=invited(**differing), site=SITE, by=by)


def mails_to(address: str = ADDRESS) -> list[OutboxMessage]:
    """What waits for an address, the earliest first."""
    return list(OutboxMessage.objects.filter(to=address).order_by("posted_at"))


def path_in(mail: OutboxMessage) -> str:
    """The path of the link in a mail."""
    found = re.search(r"https?://[^/\s]+(/\S+)", mail.body)
    assert found, mail.body
    return found[1]


def link_to(address: str = ADDRESS) -> str:
    """The path in the latest mail to an address."""
    return path_in(mails_to(address)[-1])
