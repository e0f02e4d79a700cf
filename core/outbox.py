"""Posting a mail: it is written in the transaction that causes it, and sent by a worker after that."""

from django.utils import timezone

from core.models import OutboxMessage
from core.worker import wake

TASK = "core.tasks.send_mails"


def post(*, key: str, to: str, subject: str, body: str) -> None:
    """Put a mail into the outbox; with the same key it is put there once.

    The text holds no content of a case: what happened, a link, at most a case's number.
    """
    message = OutboxMessage(key=key, to=to, subject=subject, body=body)
    OutboxMessage.objects.bulk_create([message], ignore_conflicts=True)
    wake(TASK)


def try_again(mail: OutboxMessage) -> None:
    """Send a mail that was given up with the next sweep, as if it had just been posted."""
    mail.attempts, mail.given_up_at, mail.next_try_at = 0, None, timezone.now()
    mail.save(update_fields=["attempts", "given_up_at", "next_try_at"])
    wake(TASK)
