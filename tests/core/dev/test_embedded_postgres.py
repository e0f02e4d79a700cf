"""The embedded server's first start, its data, and what a kill leaves behind."""

import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from core.dev.cannot_start import CannotStart
from core.dev.places import socket_directory
from core.dev.postgres import APPLICATION, OWNER, EmbeddedPostgres, connect_as_superuser, server_address
from core.dev.postgres_data import running_server


@pytest.fixture(scope="module")
def directory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as path:
        yield Path(path)
        sockets = socket_directory(Path(path))
        for remains in sockets.glob(".s.*"):
            remains.unlink()
        sockets.rmdir()


@pytest.fixture
def server(directory: Path) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(directory)
    server.start()
    yield server
    server.stop()


def test_neither_role_is_a_superuser(server: EmbeddedPostgres) -> None:
    with connect_as_superuser(server.directory) as connection:
        rows = connection.execute(
            "SELECT rolname, rolcreatedb, rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles"
            " WHERE rolname LIKE 'fallbruecke%' ORDER BY rolname"
        ).fetchall()

    assert rows == [(APPLICATION, False, False), (OWNER, True, False)]


def test_umlauts_have_upper_and_lower_case(server: EmbeddedPostgres) -> None:
    with psycopg.connect(server_address(server.directory, role=APPLICATION)) as connection:
        assert connection.execute("SELECT lower('ÄÖÜ')").fetchone() == ("äöü",)


def test_nobody_else_may_open_the_socket(server: EmbeddedPostgres) -> None:
    assert socket_directory(server.directory).stat().st_mode & 0o077 == 0


def test_data_outlive_a_kill_and_its_remains_do_not_block_the_next_start(directory: Path) -> None:
    first = EmbeddedPostgres(directory)
    first.start()
    with psycopg.connect(server_address(directory, role=OWNER)) as connection:
        connection.execute("CREATE TABLE kept (word text)")
    assert first.process
    os.kill(first.process.pid, signal.SIGKILL)
    first.stop()
    lock = directory / "postgres" / "postmaster.pid"
    # After a restart of the machine the number in the lock may be anybody's, even ours.
    lock.write_text(lock.read_text().replace(lock.read_text().splitlines()[0], str(os.getpid()), 1))

    second = EmbeddedPostgres(directory)
    second.start()

    with psycopg.connect(server_address(directory, role=OWNER)) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    second.stop()


def test_a_server_without_supervisor_is_replaced(server: EmbeddedPostgres) -> None:
    successor = EmbeddedPostgres(server.directory)
    successor.start()

    assert successor.process
    assert running_server(server.directory / "postgres") == successor.process.pid
    successor.stop()


def test_data_of_another_version_are_not_touched(directory: Path) -> None:
    marker = directory / "postgres" / "PG_VERSION"
    version = marker.read_text()
    marker.write_text("9\n")

    with pytest.raises(CannotStart, match=r"stammen von PostgreSQL 9, gefunden wurde PostgreSQL \d+"):
        EmbeddedPostgres(directory).start()

    marker.write_text(version)
