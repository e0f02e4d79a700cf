"""The embedded PostgreSQL server: reached by a socket that its owner alone may open."""

import signal
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote

import psycopg

from core.dev.places import private_directory, socket_directory
from core.dev.postgres_data import create_data, remove_remains
from core.dev.postgres_programs import prefix, programs
from core.dev.process import ChildProcess, dying_with_us

DATABASE = "fallbruecke"
OWNER = "fallbruecke_owner"
APPLICATION = "fallbruecke_app"
ROLES: dict[str, LiteralString] = {
    OWNER: "CREATE ROLE fallbruecke_owner LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS",
    APPLICATION: "CREATE ROLE fallbruecke_app LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS",
}


def server_address(directory: Path, *, role: str, database: str = DATABASE) -> str:
    """The address of the server below `directory`, which needs not run yet."""
    return f"postgresql://{role}@/{database}?host={quote(str(socket_directory(directory)), safe='')}"


def connect_as_superuser(directory: Path) -> psycopg.Connection:
    """For roles and whole databases, never for the application: a superuser passes every row policy."""
    address = server_address(directory, role="postgres", database="postgres")
    return psycopg.connect(address, autocommit=True, connect_timeout=5)


def answers(directory: Path) -> bool:
    """Whether the server below `directory` takes connections."""
    try:
        connect_as_superuser(directory).close()
    except psycopg.OperationalError:
        return False
    return True


def server_options(directory: Path) -> list[str]:
    """How an embedded server is run: for demo, development and tests, not for real data."""
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": str(socket_directory(directory)),
        "unix_socket_permissions": "0700",
        "max_connections": "60",
        # A power cut may cost the demo's data; a killed process does not.
        "fsync": "off",
        "full_page_writes": "off",
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def make_ready(directory: Path) -> None:
    """Before the start: create the data on first use, mend what a killed server left."""
    data = private_directory(directory) / "postgres"
    create_data(data)
    remove_remains(data, private_directory(socket_directory(directory)))


def create_roles_and_database(directory: Path) -> None:
    """After the start: two roles of which neither is a superuser, and the owner's database."""
    with connect_as_superuser(directory) as connection:
        present = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
        for role in ROLES.keys() - present:
            connection.execute(ROLES[role])
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            connection.execute("CREATE DATABASE fallbruecke OWNER fallbruecke_owner")


class EmbeddedPostgres(ChildProcess):
    """The server as a child of the supervisor, with data and log below `directory`."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        binaries, _ = programs()
        server = [str(binaries / "postgres"), "-D", str(directory / "postgres"), *server_options(directory)]
        # The namespace goes first: entering it would forget that the server is to end with us.
        command = [*prefix(), *dying_with_us(signal.SIGINT), *server]
        log = private_directory(directory / "log") / "postgres.log"
        super().__init__("PostgreSQL", command, log=log, end=signal.SIGINT)

    def start(self) -> None:
        """Start on mended data and wait until the application's database is there."""
        make_ready(self.directory)
        super().start()
        self.await_answer(lambda: answers(self.directory), seconds=60)
        create_roles_and_database(self.directory)
