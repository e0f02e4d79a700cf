"""Posting a mail: it is written in the transaction that causes it, and sent by a worker after that."""

from core.models import OutboxMessage


def post(*, key: str, to: str, subject: str, body: str) -> None:
    """Put a mail into the outbox; with the same key it is put there once.

    The text holds no content of a case: what happened, a link, at most a case's number.
    """
    message = OutboxMessage(key=key, to=to, subject=subject, body=body)
    OutboxMessage.objects.bulk_create([message], ignore_conflicts=True)
