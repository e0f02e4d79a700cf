"""Both embedded brokers answer and end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from core.dev import broker as broker_module
from core.dev.broker import EmbeddedBroker, broker_address
from core.dev.places import private_directory, socket_directory


@pytest.fixture
def directory(tmp_path: Path) -> Iterator[Path]:
    broker_address.cache_clear()
    sockets = private_directory(socket_directory(tmp_path))
    yield tmp_path
    sockets.rmdir()


@pytest.mark.parametrize("program", [pytest.param(broker_module.redis_program(), id="server"), None])
def test_it_answers_until_it_is_stopped(
    program: str | None, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broker_module, "redis_program", lambda: program)
    broker = EmbeddedBroker(directory, broker_address(directory))

    broker.start()
    assert broker.answers()
    assert broker.keeps_its_queue is (program is not None)
    broker.stop()

    assert not broker.answers()


def test_the_stand_in_runs_the_scripts_that_celery_needs(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(broker_module, "redis_program", lambda: None)
    broker = EmbeddedBroker(directory, broker_address(directory))
    broker.start()

    with redis.Redis.from_url(broker.address) as client:
        assert client.eval("return redis.call('incr', KEYS[1])", 1, "number") == 1

    broker.stop()
