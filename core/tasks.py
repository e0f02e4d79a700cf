"""Work of core that nobody waits for."""

from celery import shared_task

from core.models import KeptText


@shared_task
def remove_expired_kept_texts() -> None:
    """Forget texts that nobody came back for within the hour."""
    KeptText.objects.expired().delete()
