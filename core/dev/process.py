"""One child process with all that it starts."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from core.dev.cannot_start import CannotStart


def dying_with_us(end: signal.Signals = signal.SIGTERM) -> list[str]:
    """The prefix by which a child gets `end` even when we are killed, where the system can promise it."""
    if shutil.which("setpriv") is None:
        return []
    return ["setpriv", "--pdeathsig", end.name.removeprefix("SIG")]


class ChildProcess:
    """A process in a session of its own: it ends with its children, and not by the terminal's Ctrl-C."""

    def __init__(
        self, name: str, command: Sequence[str], *, log: Path, end: signal.Signals = signal.SIGTERM
    ) -> None:
        self.name = name
        self.command = list(command)
        self.log = log
        self.end = end
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it; its output goes to the log."""
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def await_answer(self, answers: Callable[[], bool], *, seconds: float) -> None:
        """Wait until the service answers; refuse if it ends first or takes too long."""
        deadline = time.monotonic() + seconds
        while not answers():
            if self.has_ended():
                raise CannotStart(f"{self.name} startet nicht; das Protokoll {self.log} sagt, warum.")
            if time.monotonic() > deadline:
                raise CannotStart(f"{self.name} antwortet nicht; das Protokoll {self.log} sagt mehr.")
            time.sleep(0.05)

    def has_ended(self) -> bool:
        """Whether the process is gone, or was never started; it stays in the process table until `stop`."""
        if self.process is None or self.process.returncode is not None:
            return True
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self.process.pid, flags) is not None

    def ask_to_stop(self) -> None:
        """Send the polite signal to the process, which tells its own children."""
        if self.process is not None and not self.has_ended():
            self.process.send_signal(self.end)

    def stop(self, *, patience: float = 8) -> None:
        """End it and everything it started; after `patience` seconds without mercy."""
        if self.process is None:
            return
        self.ask_to_stop()
        deadline = time.monotonic() + patience
        while not self.has_ended() and time.monotonic() < deadline:
            time.sleep(0.02)
        # Before the leader is reaped, as its number could otherwise belong to somebody else's group.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._await_empty_group(self.process.pid)
        self.process = None

    def _await_empty_group(self, group: int) -> None:
        """Grandchildren are reaped by init, which may take a moment."""
        deadline = time.monotonic() + 1
        with suppress(ProcessLookupError, PermissionError):
            while time.monotonic() < deadline:
                os.killpg(group, 0)
                time.sleep(0.02)
