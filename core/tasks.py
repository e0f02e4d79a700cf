"""Work of core that nobody waits for."""

from celery import shared_task

from core import health
from core.models import KeptText


@shared_task
def remove_expired_kept_texts() -> None:
    """Forget texts that nobody came back for within the hour."""
    KeptText.objects.expired().delete()


@shared_task
def note_the_clock() -> None:
    """Say that the clock was heard."""
    health.note_the_clock()
