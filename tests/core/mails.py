"""Mails of the tests."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from core.models import OutboxMessage

LINK = "https://fallbruecke.example/invitations/geheim/"

_number = count(1)


def a_mail(**fields: Any) -> OutboxMessage:
    """One that was just posted and holds an invitation's link."""
    fields = {"to": "a@test.example", "subject": "Einladung", "body": f"Guten Tag,\n\n{LINK}\n"} | fields
    return OutboxMessage.objects.create(key=f"mail:{next(_number)}", **fields)


def long_ago() -> datetime:
    """Longer than mails are kept."""
    return timezone.now() - timedelta(days=91)
