"""Waking a worker: a convenience only, because what is to be done stands in the database."""

import logging
from uuid import UUID

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

log = logging.getLogger("fallbruecke.worker")


def wake(task: str, *ids: UUID) -> None:
    """Send the task with its ids once the transaction is committed; without a broker the sweep will."""
    transaction.on_commit(lambda: _send(task, ids))


def _send(task: str, ids: tuple[UUID, ...]) -> None:
    try:
        current_app.send_task(task, args=[str(each) for each in ids], retry=False)
    except OperationalError:
        log.warning("no broker: %s waits for the sweep", task)
