"""The log of the worker names the kind of an error, never its text."""

import logging

from django.conf import settings
from django.utils.module_loading import import_string

# As Celery writes it: celery/app/trace.py, LOG_FAILURE.
FAILURE = "Task %(name)s[%(id)s] %(description)s: %(exc)s"


def test_the_text_of_a_tasks_error_is_not_written() -> None:
    said = {"name": "cases.tasks.refresh_target_groups", "id": "1", "description": "raised unexpected"}
    record = logging.LogRecord(
        "celery.app.trace",
        logging.ERROR,
        "",
        0,
        FAILURE,
        ({**said, "exc": "DataError('Amina Karimi')"},),
        None,
    )
    for name in settings.LOGGING["handlers"]["stderr"]["filters"]:
        assert import_string(settings.LOGGING["filters"][name]["()"])().filter(record)
    assert record.getMessage().endswith("raised unexpected: DataError")
