"""The Celery application and its clock.

The broker carries ids only and may be lost at any time: what is to be done stands in the database, and the
clock asks it again. So no task is given an ETA or a countdown, and no result is kept.
"""

import os
from datetime import timedelta

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

# Task, and when it is due (Europe/Berlin). The only place with times.
CLOCK: list[tuple[str, timedelta | crontab]] = [
    ("cases.tasks.resume_unfinished_pdfs", timedelta(seconds=20)),
    ("cases.tasks.remove_expired_pdfs", crontab(minute="7")),
    ("cases.tasks.forget_merged_records", crontab(minute="17")),
    ("cases.tasks.refresh_target_groups", crontab(hour="0", minute="5")),
    ("cases.tasks.list_persons_after_blocks", crontab(hour="0", minute="10")),
    ("core.tasks.remove_expired_kept_texts", crontab(minute="11")),
    ("core.tasks.send_mails", timedelta(seconds=20)),
    ("core.tasks.remove_old_mails", crontab(hour="3", minute="17")),
    ("core.tasks.note_the_clock", timedelta(seconds=20)),
]

HARD_LIMIT = 180

app = Celery("fallbruecke")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(
    timezone="Europe/Berlin",
    enable_utc=True,
    accept_content=["json"],
    task_serializer="json",
    result_serializer="json",
    task_ignore_result=True,
    # A task is safe to run twice, so it is acknowledged when done and given to another worker if one dies.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_time_limit=HARD_LIMIT,
    task_soft_time_limit=HARD_LIMIT - 20,
    worker_prefetch_multiplier=1,
    worker_max_tasks_per_child=500,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    # Longer than the longest task, otherwise Redis hands a running task to a second worker.
    broker_transport_options={"visibility_timeout": 2 * HARD_LIMIT, "unacked_restore_throttle": 1},
    beat_schedule={task: {"task": task, "schedule": due} for task, due in CLOCK},
)
app.autodiscover_tasks()
