"""Children end with all that they started."""

import sys
import time
from pathlib import Path

import pytest

from core.dev.cannot_start import CannotStart
from core.dev.process import ChildProcess

STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(60)"
WITH_CHILD = (
    "import subprocess, time; print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"
)


def _python(program: str, *, log: Path) -> ChildProcess:
    return ChildProcess("Probe", [sys.executable, "-c", program], log=log)


def _first_line(log: Path) -> str:
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if log.exists() and "\n" in log.read_text():
            return log.read_text().splitlines()[0]
        time.sleep(0.02)
    raise AssertionError("the child said nothing")


def _is_alive(number: int) -> bool:
    status = Path(f"/proc/{number}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_grandchildren_end_with_the_child(tmp_path: Path) -> None:
    child = _python(WITH_CHILD, log=tmp_path / "log")
    child.start()
    grandchild = int(_first_line(child.log))

    child.stop()

    assert not _is_alive(grandchild)


def test_a_child_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    child = _python(STUBBORN, log=tmp_path / "log")
    child.start()
    _first_line(child.log)

    child.stop(patience=0.2)

    assert child.has_ended()


def test_the_refusal_names_the_log_of_a_child_that_ended(tmp_path: Path) -> None:
    child = _python("raise SystemExit(3)", log=tmp_path / "log")
    child.start()

    with pytest.raises(CannotStart, match=r"^Probe startet nicht; das Protokoll .*log sagt, warum\.$"):
        child.await_answer(lambda: False, seconds=5)

    child.stop()


def test_waiting_has_an_end(tmp_path: Path) -> None:
    child = _python("import time; time.sleep(60)", log=tmp_path / "log")
    child.start()

    with pytest.raises(CannotStart, match="antwortet nicht"):
        child.await_answer(lambda: False, seconds=0.1)

    child.stop()
