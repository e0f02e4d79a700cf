"""The migrated template database of the tests, and the copies that the tests work on."""

import fcntl
import hashlib
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from core.dev.places import REPOSITORY, private_directory
from core.dev.postgres import (
    OWNER,
    answers,
    connect_as_superuser,
    create_roles_and_database,
    make_ready,
    server_options,
)
from core.dev.postgres_data import running_server
from core.dev.postgres_programs import prefix, programs

# Templates of other states of the migrations that are kept, for other branches.
KEPT_TEMPLATES = 3


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """One process at a time."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextmanager
def shared_server(directory: Path) -> Iterator[None]:
    """A server below `directory` for this run and all that run beside it; the last one out ends it."""
    private_directory(directory)
    with (directory / "in_use").open("w") as use:
        with locked(directory / "starting"):
            fcntl.flock(use, fcntl.LOCK_SH)
            if not (running_server(directory / "postgres") and answers(directory)):
                make_ready(directory)
                _control(directory, "start", "-o", shlex.join(server_options(directory)))
                create_roles_and_database(directory)
        try:
            yield
        finally:
            with locked(directory / "starting"), suppress(BlockingIOError):
                fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
                _control(directory, "stop", "-m", "fast")


def _control(directory: Path, *order: str) -> None:
    """Start or stop the server so that it is nobody's child."""
    binaries, _ = programs()
    log = private_directory(directory / "log") / "postgres.log"
    where = ["-D", str(directory / "postgres"), "-l", str(log)]
    command = [*prefix(), str(binaries / "pg_ctl"), *where, "--silent", "--wait", *order]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def template_name() -> str:
    """Named by the content of all migrations and of the models that they and the permissions come from."""
    digest = hashlib.sha256()
    sources = [*REPOSITORY.glob("*/migrations/*.py"), *REPOSITORY.glob("*/models/*.py")]
    for path in [*sorted(sources), REPOSITORY / "requirements.lock"]:
        digest.update(f"{path.relative_to(REPOSITORY)}\0".encode() + path.read_bytes())
    return f"template_{digest.hexdigest()[:16]}"


def ensure_template(directory: Path) -> str:
    """Migrate the template as the owner, unless an earlier run has done it."""
    name = template_name()
    with locked(directory / "migrating"), connect_as_superuser(directory) as server:
        if not _exists(server, name):
            draft = f"{name}_draft"
            _drop(server, draft)
            _create(server, draft)
            use_database(draft)
            call_command("migrate", database="owner", interactive=False, verbosity=0)
            connections.close_all()
            server.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(draft), sql.Identifier(name))
            )
            _drop_old_templates(server)
    return name


def create_clone(directory: Path, *, template: str, name: str) -> None:
    """A fresh copy of the template under this name; whoever is connected to it or to an older one is cut off."""
    with connect_as_superuser(directory) as server:
        _drop(server, name)
        _cut_off(server, template)
        _create(server, name, template=template)


def drop_clone(directory: Path, name: str) -> None:
    """Remove the copy."""
    with connect_as_superuser(directory) as server:
        _drop(server, name)


def drop_clones_of_dead_runs(directory: Path) -> None:
    """Copies carry the number of the run's process; a killed run could not remove its own."""
    with connect_as_superuser(directory) as server:
        for (name,) in server.execute(
            r"SELECT datname FROM pg_database WHERE datname LIKE 'test\_%'"
        ).fetchall():
            if not Path("/proc", name.split("_")[1]).exists():
                _drop(server, name)


def use_database(name: str) -> None:
    """Lead both aliases to this database, in every thread."""
    for alias in connections:
        connections[alias].close()
        connections.settings[alias]["NAME"] = name


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _create(server: psycopg.Connection, name: str, *, template: str = "template0") -> None:
    server.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY FILE_COPY").format(
            sql.Identifier(name), sql.Identifier(OWNER), sql.Identifier(template)
        )
    )


def _drop(server: psycopg.Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _cut_off(server: psycopg.Connection, name: str) -> None:
    sessions = "FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend'"
    server.execute(f"SELECT pg_terminate_backend(pid, 5000) {sessions}", [name])


def _drop_old_templates(server: psycopg.Connection) -> None:
    names = server.execute(
        r"SELECT datname FROM pg_database WHERE datname LIKE 'template\_%' ORDER BY oid DESC"
    )
    for (name,) in names.fetchall()[KEPT_TEMPLATES + 1 :]:
        _drop(server, name)
