"""The processes of the application itself: web, worker and clock."""

import sys
from pathlib import Path

from core.dev.process import ChildProcess, dying_with_us

# The worker makes PDFs: whoever waits for a page goes first.
NICED = ["nice", "-n", "10"]


def web(var: Path, *, port: int) -> ChildProcess:
    """gunicorn as in production; loaded once and then forked."""
    command = [
        *("gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--preload", "--no-control-socket"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4", "--graceful-timeout", "3"),
    ]
    return _child("Web", command, log=var / "log" / "web.log")


def worker(var: Path) -> ChildProcess:
    """One process that does the tasks, one after the other."""
    command = [
        *("celery", "-A", "config.celery", "worker", "--pool", "prefork", "--concurrency", "1"),
        *("--without-gossip", "--without-mingle", "--loglevel", "WARNING"),
    ]
    return _child("Worker", command, log=var / "log" / "worker.log", prefix=NICED)


def beat(var: Path) -> ChildProcess:
    """The clock; without a file for its process number, which a kill would leave behind."""
    schedule = str(var / "beat_schedule")
    command = ["celery", "-A", "config.celery", "beat", "--pidfile=", "--schedule", schedule]
    return _child("Beat", [*command, "--loglevel", "WARNING"], log=var / "log" / "beat.log", prefix=NICED)


def _child(name: str, command: list[str], *, log: Path, prefix: list[str] | None = None) -> ChildProcess:
    return ChildProcess(name, [*dying_with_us(), *(prefix or []), sys.executable, "-m", *command], log=log)
