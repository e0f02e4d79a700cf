"""The entry points of the image, started without it: a real PostgreSQL, a real Redis, production's settings."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis
from psycopg import sql

from core.dev.places import REPOSITORY
from core.dev.postgres import APPLICATION, OWNER, connect_as_superuser, server_address
from core.dev.process import ChildProcess
from tests.environment import SERVER

HOST = "fallbruecke.example"
ENTRY = str(REPOSITORY / "script" / "production")
HEALTH = "/api/v1/health/"
Answer = tuple[int, dict[str, str], str]


@pytest.fixture
def database(django_db_setup: None) -> Iterator[str]:
    """An empty one of the owner's, as the image finds it."""
    name = f"production_{os.getpid()}"
    with connect_as_superuser(SERVER) as server:
        owner = sql.Identifier(OWNER)
        server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), owner))
        yield name
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[str]:
    """Redis with a password, as docker-compose.yml runs it."""
    program = shutil.which("redis-server")
    assert program, "redis-server is missing"
    port = free_port()
    settings = ("--port", str(port), "--requirepass", "geheim", "--appendonly", "yes", "--dir", str(tmp_path))
    server = ChildProcess("Redis", [program, "--bind", "127.0.0.1", *settings], log=tmp_path / "redis.log")
    server.start()
    address = f"redis://:geheim@127.0.0.1:{port}/0"
    server.await_answer(lambda: pings(address), seconds=20)
    yield address
    server.stop()


@pytest.fixture
def environment(database: str, broker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Secrets from files, no demo, no debugging; returns the port of the web server."""
    secrets = {
        "DJANGO_SECRET_KEY": "production-" * 6,
        "DATABASE_URL": server_address(SERVER, role=APPLICATION, database=database),
        "DATABASE_OWNER_URL": server_address(SERVER, role=OWNER, database=database),
        "REDIS_URL": broker,
    }
    for name, value in secrets.items():
        file = tmp_path / name.lower()
        file.write_text(f"{value}\n", encoding="utf-8")
        monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv(f"{name}_FILE", str(file))
    port = free_port()
    monkeypatch.setenv("WEB_BIND", f"127.0.0.1:{port}")
    monkeypatch.setenv("DJANGO_ALLOWED_HOSTS", HOST)
    monkeypatch.setenv("DJANGO_BEHIND_PROXY", "1")
    monkeypatch.setenv("FALLBRUECKE_VAR", str(tmp_path / "var"))
    for name in ("FALLBRUECKE_DEMO", "DJANGO_DEBUG", "DJANGO_HTTPS", "DJANGO_ALLOW_ASYNC_UNSAFE"):
        monkeypatch.delenv(name, raising=False)
    return port


@pytest.fixture
def processes(environment: int, tmp_path: Path) -> Iterator[dict[str, ChildProcess]]:
    """Migrated, then web, worker and clock."""
    run("migrate")
    names = ("web", "worker", "beat")
    started = {name: ChildProcess(name, [ENTRY, name], log=tmp_path / f"{name}.log") for name in names}
    for process in started.values():
        process.start()
    yield started
    for process in started.values():
        process.stop()


def test_the_entry_points_come_up_healthy_and_end_politely(
    environment: int, processes: dict[str, ChildProcess]
) -> None:
    web = processes["web"]
    web.await_answer(lambda: ask(environment, HEALTH)[0] == 200, seconds=60)
    assert ask(environment, "/accounts/login/")[0] == 301
    status, headers, page = ask(environment, "/accounts/login/", scheme="https")
    assert (status, "Anmelden" in page) == (200, True)
    assert "Demo" not in page
    assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert headers["Set-Cookie"].startswith("__Host-csrftoken=")
    assert ask(environment, "/accounts/login/", scheme="https", host="elsewhere.example")[0] == 400

    wait_until(lambda: json.loads(ask(environment, HEALTH)[2])["clock"] == "ok", seconds=100)
    for name in processes:
        run("health", name)
    for name, process in processes.items():
        process.ask_to_stop()
        wait_until(process.has_ended, seconds=20)
        # That the clock has stopped is noticed after some minutes only.
        assert name == "beat" or refused("health", name), name


def test_the_deployment_check_has_nothing_to_say(environment: int) -> None:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    assert subprocess.run(command, cwd=REPOSITORY, check=False, capture_output=True).returncode == 0


def test_a_database_without_tables_is_not_healthy(environment: int, tmp_path: Path) -> None:
    web = ChildProcess("web", [ENTRY, "web"], log=tmp_path / "web.log")
    web.start()
    web.await_answer(lambda: ask(environment, HEALTH)[0] >= 500, seconds=60)
    assert refused("health", "web")
    web.stop()


def run(*order: str) -> None:
    """By the entry point, to its end."""
    done = subprocess.run([ENTRY, *order], check=False, capture_output=True, text=True)
    assert done.returncode == 0, (order, done.stderr)


def refused(*order: str) -> bool:
    """Whether the entry point says no."""
    return subprocess.run([ENTRY, *order], check=False, capture_output=True).returncode == 1


def ask(port: int, path: str, *, scheme: str = "http", host: str = HOST) -> Answer:
    """As the proxy asks; nobody answering is status 0."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": host, "X-Forwarded-Proto": scheme})
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read().decode()
    except OSError:
        return 0, {}, ""
    finally:
        connection.close()


def wait_until(happens: Callable[[], bool], *, seconds: float) -> None:
    """Ask again and again, not for ever."""
    deadline = time.monotonic() + seconds
    while not happens():
        assert time.monotonic() < deadline, f"not within {seconds} s"
        time.sleep(0.2)


def pings(address: str) -> bool:
    """Whether the broker answers."""
    try:
        with redis.Redis.from_url(address, socket_timeout=2) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def free_port() -> int:
    """One that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
