"""The log names the request's code and what failed, never the content of a case."""

import logging
from contextvars import ContextVar

code_of_request: ContextVar[str] = ContextVar("code_of_request", default="-")


class RequestCodeFilter(logging.Filter):
    """Put the request's code on each line."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.code = code_of_request.get()
        return True


class TaskErrorFilter(logging.Filter):
    """Of the error of a task its kind alone: Celery writes its text into the message."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, dict) and "exc" in record.args:
            record.args = {**record.args, "exc": str(record.args["exc"]).partition("(")[0]}
        return True


class ContentFreeFormatter(logging.Formatter):
    """A traceback without its messages: an error's text may quote what a caseworker typed."""

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        kind, _, traceback = ei if isinstance(ei, tuple) else (None, None, None)
        lines = []
        while traceback is not None:
            code = traceback.tb_frame.f_code
            lines.append(f"  {code.co_filename}:{traceback.tb_lineno} in {code.co_name}")
            traceback = traceback.tb_next
        return "\n".join([*lines, getattr(kind, "__name__", "error")])
