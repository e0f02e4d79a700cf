"""A real worker process with a broker and a database of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from core.dev.broker import EmbeddedBroker, broker_address
from core.dev.postgres import APPLICATION, server_address
from core.dev.process import ChildProcess
from tests.environment import SERVER


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[EmbeddedBroker]:
    """A broker of this test alone."""
    broker = EmbeddedBroker(tmp_path, broker_address(tmp_path))
    broker.start()
    yield broker
    broker.stop()


@pytest.fixture
def environment(broker: EmbeddedBroker, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the worker's process reads: this test's database and broker."""
    database = str(connection.settings_dict["NAME"])
    monkeypatch.setenv("DATABASE_URL", server_address(SERVER, role=APPLICATION, database=database))
    monkeypatch.setenv("REDIS_URL", broker.address)
    monkeypatch.setenv("FALLBRUECKE_VAR", str(settings.VAR_DIR))
    monkeypatch.setenv("FALLBRUECKE_DEMO", "1")


def worker(tmp_path: Path) -> ChildProcess:
    """As the supervisor starts it: prefork, one child."""
    arguments = [
        "-m",
        "celery",
        "-A",
        "config.celery",
        "worker",
        "--concurrency",
        "1",
        "--loglevel",
        "warning",
    ]
    process = ChildProcess("worker", [sys.executable, *arguments], log=tmp_path / "worker.log")
    process.start()
    return process


def in_a_process(statements: str) -> None:
    """What the clock does every 20 seconds."""
    subprocess.run(
        [sys.executable, "-c", f"import config.celery, django; django.setup(); {statements}"], check=True
    )


def kill_everything_of(process: ChildProcess) -> None:
    """kill -9 of the worker and its child, as when the machine takes the memory away."""
    assert process.process is not None
    os.killpg(process.process.pid, signal.SIGKILL)
    process.stop()
