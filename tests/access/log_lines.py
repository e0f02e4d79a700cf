"""What stands in the log, in the very format of the installation."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings

from core.request_log import ContentFreeFormatter, RequestCodeFilter


class Lines(logging.Handler):
    """Keeps every line."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        self.addFilter(RequestCodeFilter())
        configured: Any = settings.LOGGING
        self.setFormatter(ContentFreeFormatter(configured["formatters"]["line"]["fmt"]))

    def emit(self, record: logging.LogRecord) -> None:
        """Write it down."""
        self.lines.append(self.format(record))


@contextmanager
def log_lines() -> Iterator[list[str]]:
    """The lines that are written inside; Django's own loggers hand everything up to the root."""
    handler = Lines()
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("django", "celery"))]
    listened = [each for each in loggers if each.name == "root" or not each.propagate]
    for logger in listened:
        logger.addHandler(handler)
    try:
        yield handler.lines
    finally:
        for logger in listened:
            logger.removeHandler(handler)
