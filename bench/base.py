"""The filled databases: made once, kept until the migrations or the filling change."""

import hashlib
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
    _fill_if_missing(name, cases=cases)
    application = connections["default"].copy("default")
    application.settings_dict["NAME"] = name
    address = server_address(DIRECTORY, role=OWNER, database=name)
    try:
        # No row policy holds for the owner, and nothing is planned twice: the floor.
        with psycopg.connect(address, options="-c plan_cache_mode=force_generic_plan") as owner:
            yield Base(cases, application, owner)
    finally:
        application.close()


def _fill_if_missing(name: str, *, cases: int) -> None:
    digest = _digest()
    with connect_as_superuser(DIRECTORY) as server:
        row = server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
        if row is not None and row[0] == digest:
            return
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        server.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(OWNER))
        )
        for alias in connections:
            connections[alias].close()
            connections[alias].settings_dict["NAME"] = name
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        call_command("seed_scale", cases=cases, agencies=60, users=2000, day=DAY)
        connections.close_all()
        server.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), digest))


def _digest() -> str:
    """Named by what decides the rows: all migrations and the filling."""
    digest = hashlib.sha256()
    for path in sorted([*REPOSITORY.glob("*/migrations/*.py"), *REPOSITORY.glob("cases/scale/*.py")]):
        digest.update(f"{path.relative_to(REPOSITORY)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
