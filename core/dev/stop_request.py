"""Ctrl-C and SIGTERM: both ask for the same orderly end."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class StopRequested(BaseException):
    """Raised inside long work of this process when the operator asks for the end."""


class StopRequest:
    """Remembers that the operator asked for the end.

    Both signals get a handler of ours: a shell starts background jobs with SIGINT ignored, and children would
    inherit that.
    """

    def __init__(self) -> None:
        self.made = False
        self._interrupting = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._note)

    @contextmanager
    def interrupting(self) -> Iterator[None]:
        """Inside, a request breaks off the work at hand; outside, it is only noted."""
        self._interrupting = True
        try:
            if self.made:
                raise StopRequested
            yield
        finally:
            self._interrupting = False

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        self.made = True
        if self._interrupting:
            raise StopRequested
