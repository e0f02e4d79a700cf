"""What the operator reads when `manage.py dev` cannot start, and that everything runs and ends when it can."""

import contextlib
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.dev.places import REPOSITORY

SET_BY_TESTS = (
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "REDIS_URL",
    "DJANGO_SECRET_KEY",
    "DJANGO_SETTINGS_MODULE",
)


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def _start(var: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name not in SET_BY_TESTS}
    return subprocess.Popen(
        [sys.executable, "manage.py", "dev", *arguments],
        cwd=REPOSITORY,
        env=environment | {"FALLBRUECKE_VAR": str(var)} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _refusal(var: Path, *arguments: str, **variables: str) -> str:
    process = _start(var, *arguments, **variables)
    output, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert output == ""
    assert _processes_of(var) == set()
    return errors.strip()


def _processes_of(var: Path) -> set[int]:
    """Whoever was started with this FALLBRUECKE_VAR, and is no zombie."""
    mark = f"FALLBRUECKE_VAR={var}".encode()
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if mark in (place / "environ").read_bytes().split(b"\0"):
                found.add(int(place.name))
    return found


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]

        assert _refusal(tmp_path, "--port", str(taken)) == (
            f"Der Port {taken} ist belegt oder nicht erlaubt; bitte mit --port einen anderen wählen."
        )


def test_a_database_that_does_not_answer_is_named_by_its_variable(tmp_path: Path, port: int) -> None:
    nowhere = "postgresql://somebody@127.0.0.1:1/fallbruecke"

    refusal = _refusal(tmp_path, "--port", str(port), DATABASE_URL=nowhere, DATABASE_OWNER_URL=nowhere)

    assert refusal.startswith("Die Datenbank aus DATABASE_URL ist nicht erreichbar: ")
    assert "\n" not in refusal


def test_a_broker_that_does_not_answer_is_named_by_its_variable(tmp_path: Path, port: int) -> None:
    refusal = _refusal(tmp_path, "--port", str(port), REDIS_URL="redis://127.0.0.1:1/0")

    assert refusal.startswith("Der Redis-Server aus REDIS_URL ist nicht erreichbar: ")


def test_a_wrong_variable_is_named(tmp_path: Path) -> None:
    assert _refusal(tmp_path, FALLBRUECKE_DEMO="vielleicht") == (
        "Die Umgebungsvariable FALLBRUECKE_DEMO ist falsch gesetzt: Erwartet wird 1 oder 0."
    )


def test_a_second_supervisor_is_sent_away(tmp_path: Path, port: int) -> None:
    with (tmp_path / "dev.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711")
        lock.flush()

        assert (
            _refusal(tmp_path, "--port", str(port))
            == f"Fallbrücke läuft hier schon (Prozess 4711, Daten in {tmp_path})."
        )


def test_everything_runs_and_nothing_is_left(tmp_path: Path, port: int) -> None:
    with _running(tmp_path, "--port", str(port)) as process:
        ready = next((line for line in _lines(process) if "bereit" in line), "")
        assert ready.startswith(f"Fallbrücke ist bereit: http://127.0.0.1:{port}/")
        commands = " ".join(Path(f"/proc/{number}/cmdline").read_text() for number in _processes_of(tmp_path))
        assert all(part in commands for part in ("postgres", "gunicorn", "worker", "beat"))

        process.send_signal(signal.SIGINT)

        assert process.wait(timeout=30) == 0
    assert _await_nobody(tmp_path)


@contextlib.contextmanager
def _running(var: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    with _start(var, *arguments) as process:
        try:
            yield process
        finally:
            process.terminate()


def _lines(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout
    return iter(process.stdout.readline, "")


def _await_nobody(var: Path) -> bool:
    deadline = time.monotonic() + 3
    while _processes_of(var) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not _processes_of(var)
