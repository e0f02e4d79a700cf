"""The filled databases: made once and kept; new migrations are applied, changed ones and another filling begin anew."""

import hashlib
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from bench.environment import DAY, DIRECTORY
from core.dev.places import REPOSITORY
from core.dev.postgres import OWNER, connect_as_superuser, server_address

KEPT = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
MADE_FROM = ("*/migrations/*.py", "cases/scale/*.py")


@dataclass(frozen=True, slots=True)
class Base:
    """A filled database, reached as the application reaches it and, for statements by hand, as its owner."""

    cases: int
    application: BaseDatabaseWrapper
    owner: psycopg.Connection

    def use(self) -> None:
        """Lead the application to this database."""
        connections["default"] = self.application


@contextmanager
def filled(cases: int) -> Iterator[Base]:
    """The database with so many cases, filled now unless an earlier run has done it."""
    name = f"bench_{cases}"
    _make_ready(name, cases=cases)
    application = connections["default"].copy("default")
    application.settings_dict["NAME"] = name
    address = server_address(DIRECTORY, role=OWNER, database=name)
    try:
        # No row policy holds for the owner, and nothing is planned twice: the floor.
        with psycopg.connect(address, options="-c plan_cache_mode=force_generic_plan") as owner:
            yield Base(cases, application, owner)
    finally:
        application.close()


def _make_ready(name: str, *, cases: int) -> None:
    """Note in the database what it was made from, once all of it is there."""
    sources = _sources()
    database = sql.Identifier(name)
    with connect_as_superuser(DIRECTORY) as server:
        noted = _made_from(server, name)
        is_kept = bool(noted) and noted.items() <= sources.items()
        if not is_kept:
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))
            server.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, sql.Identifier(OWNER)))
        _use_database(name)
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        if not is_kept:
            call_command("seed_scale", cases=cases, agencies=60, users=2000, day=DAY, stdout=sys.stderr)
        connections.close_all()
        server.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(database, json.dumps(sources)))


def _use_database(name: str) -> None:
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def _made_from(server: psycopg.Connection, name: str) -> dict[str, str]:
    """What an earlier run noted; nothing for a database that is missing or half made."""
    row = server.execute(KEPT, [name]).fetchone()
    return json.loads(row[0]) if row and row[0] else {}


def _sources() -> dict[str, str]:
    """What decides the rows: each file and a sum of its content."""
    paths = sorted(path for pattern in MADE_FROM for path in REPOSITORY.glob(pattern))
    return {
        str(path.relative_to(REPOSITORY)): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in paths
    }
