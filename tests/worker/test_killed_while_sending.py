"""A real worker process is killed while it sends a mail, and the broker forgets everything: sent, and once."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import redis

from core.dev.broker import EmbeddedBroker
from core.models import OutboxMessage
from core.outbox import post
from tests.worker.conftest import in_a_process, kill_everything_of, worker
from tests.worker.mail_server import mail_server

CLOCK = "from core.tasks import send_mails as task; task.delay()"


def wait_until(holds: Callable[[], bool], *, seconds: float) -> None:
    """Ask again and again."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("environment")
def test_sent_once_after_the_worker_was_killed_and_the_broker_flushed(
    broker: EmbeddedBroker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with mail_server() as server:
        for name, value in {
            "FALLBRUECKE_DEMO": "0",
            "EMAIL_TRANSPORT": "plain",
            "EMAIL_PORT": str(server.port),
        }.items():
            monkeypatch.setenv(name, value)
        post(key="k", to="a@test.example", subject="Ihre Einladung", body="https://x.example/geheim/")
        first = worker(tmp_path)
        in_a_process(CLOCK)
        assert server.begun.wait(timeout=40)
        kill_everything_of(first)
        mail = OutboxMessage.objects.get()
        assert (mail.sent_at, mail.attempts) == (None, 0)

        redis.Redis.from_url(broker.address).flushall()
        server.open.set()
        second = worker(tmp_path)
        # Two clocks at once.
        in_a_process(CLOCK)
        in_a_process(CLOCK)
        wait_until(lambda: OutboxMessage.objects.exclude(sent_at=None).exists(), seconds=40)
        second.stop()

        assert [message["To"] for message in server.taken] == ["a@test.example"]
        mail.refresh_from_db()
        assert (mail.body, mail.attempts) == ("", 1)
