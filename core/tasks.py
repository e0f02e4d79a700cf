"""Work of core that nobody waits for."""

from celery import shared_task

from core import health
from core.mail_sending import send_due_mails
from core.models import KeptText, OutboxMessage
from core.outbox import TASK


@shared_task
def remove_expired_kept_texts() -> None:
    """Forget texts that nobody came back for within the hour."""
    KeptText.objects.expired().delete()


@shared_task(name=TASK)
def send_mails() -> None:
    """Send what stands in the outbox."""
    send_due_mails()


@shared_task
def remove_old_mails() -> None:
    """Forget to whom mails went long ago."""
    OutboxMessage.objects.old().delete()


@shared_task
def note_the_clock() -> None:
    """Say that the clock was heard."""
    health.note_the_clock()
