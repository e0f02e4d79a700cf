"""The variables that lead the application to the embedded services, for all that the operator did not set."""

import os
import secrets
import shlex
from pathlib import Path

from core.dev.broker import broker_address
from core.dev.cannot_start import CannotStart
from core.dev.places import private_directory, var_directory
from core.dev.postgres import APPLICATION, OWNER, server_address

# The running server writes down where it is, so that other commands (shell, migrate) find the same services.
NOTED = [
    "DATABASE_URL",
    "DATABASE_OWNER_URL",
    "REDIS_URL",
    "DJANGO_SECRET_KEY_FILE",
    "DJANGO_HTTPS",
    "FALLBRUECKE_DEMO",
]


def fill_for_server() -> None:
    """Point every unset variable at an embedded service."""
    var = private_directory(var_directory())
    if os.environ.get("DATABASE_URL") and not os.environ.get("DATABASE_OWNER_URL"):
        raise CannotStart("Zu DATABASE_URL fehlt DATABASE_OWNER_URL, die Adresse der Rolle für Migrationen.")
    _fill("DATABASE_URL", server_address(var, role=APPLICATION))
    _fill("DATABASE_OWNER_URL", server_address(var, role=OWNER))
    _fill("REDIS_URL", broker_address(var))
    # It serves this machine alone, without certificates.
    _fill("DJANGO_HTTPS", "0")
    if not os.environ.get("DJANGO_SECRET_KEY"):
        _fill("DJANGO_SECRET_KEY_FILE", str(_secret_key_file(var)))


def note_for_other_commands() -> None:
    """Write down in var/dev.env which services the server that now starts is using."""
    lines = [f"{name}={shlex.quote(os.environ[name])}" for name in NOTED if os.environ.get(name)]
    _write_private(var_directory() / "dev.env", "\n".join(lines) + "\n")


def fill_from_running_server() -> None:
    """Take the variables from var/dev.env if a development server was ever started here.

    Whoever names a database means a system of their own, and gets nothing from the note.
    """
    note = var_directory() / "dev.env"
    named = os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE")
    if named or not note.exists():
        return
    for line in note.read_text(encoding="utf-8").splitlines():
        name, _, value = line.partition("=")
        _fill(name, "".join(shlex.split(value)))


def is_embedded_database() -> bool:
    """Whether DATABASE_URL is the embedded server's."""
    return os.environ.get("DATABASE_URL") == server_address(var_directory(), role=APPLICATION)


def is_embedded_broker() -> bool:
    """Whether REDIS_URL is the embedded broker's."""
    return os.environ.get("REDIS_URL") == broker_address(var_directory())


def _fill(name: str, value: str) -> None:
    if not os.environ.get(name):
        os.environ[name] = value


def _secret_key_file(var: Path) -> Path:
    """Made once: signed sessions outlive a restart."""
    path = var / "secret_key"
    if not path.exists():
        _write_private(path, secrets.token_urlsafe(64))
    return path


def _write_private(path: Path, content: str) -> None:
    """Replaced in one step, readable by its owner alone."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.touch(mode=0o600)
    fresh.write_text(content, encoding="utf-8")
    fresh.replace(path)
