"""Typed readers of the environment; a missing or wrong variable is answered by one sentence that names it."""

import os
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}


class WrongSetting(ImproperlyConfigured):
    """The environment does not say what is needed; the message is one German sentence for the operator."""


class MissingSetting(WrongSetting):
    """A variable that has no default is not set."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Die Umgebungsvariable {name} fehlt (siehe docs/operations.md).")


class BadSetting(WrongSetting):
    """A variable is set to something that cannot be read."""

    def __init__(self, name: str, expected: str) -> None:
        super().__init__(f"Die Umgebungsvariable {name} ist falsch gesetzt: {expected}.")


def text(name: str, default: str | None = None) -> str:
    """The variable, or the content of the file that NAME_FILE points to, without surrounding spaces.

    Empty counts as not set.
    """
    value = _file(name) or os.environ.get(name, "").strip() or default
    if value is None:
        raise MissingSetting(name)
    return value


def secret(name: str) -> str:
    """At least 50 characters, from the variable or its file."""
    value = text(name)
    if len(value) < 50:
        raise BadSetting(_named(name), "Erwartet werden mindestens 50 Zeichen")
    return value


def number(name: str, *, default: int, at_most: int) -> int:
    """A whole number from 1 on."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= at_most):
        raise BadSetting(name, f"Erwartet wird eine Zahl von 1 bis {at_most}")
    return int(value)


def one_of(name: str, *, choices: tuple[str, ...], default: str) -> str:
    """One word of a few."""
    value = text(name, default).lower()
    if value not in choices:
        raise BadSetting(name, f"Erwartet wird eines von: {', '.join(choices)}")
    return value


def mail_address(name: str, default: str | None = None) -> str:
    """An address, with or without a name before it: Fallbrücke <fallbruecke@kreis-lippe.example>."""
    value = text(name, default)
    address = parseaddr(value)[1]
    try:
        validate_email(address)
    except ValidationError:
        raise BadSetting(name, "Erwartet wird eine E-Mail-Adresse") from None
    return value


def is_set(name: str) -> bool:
    """Whether the operator has said anything, by the variable or by a file."""
    return any(os.environ.get(each, "").strip() for each in (name, f"{name}_FILE"))


def _file(name: str) -> str:
    path = os.environ.get(f"{name}_FILE", "").strip()
    if not path:
        return ""
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise BadSetting(f"{name}_FILE", "Die Datei ist nicht lesbar") from None


def _named(name: str) -> str:
    """How the operator has called it."""
    return f"{name}_FILE" if os.environ.get(f"{name}_FILE", "").strip() else name


def boolean(name: str, *, default: bool) -> bool:
    """Yes or no: 1, true, yes, on or 0, false, no, off."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in TRUE_WORDS | FALSE_WORDS:
        raise BadSetting(name, "Erwartet wird 1 oder 0")
    return value in TRUE_WORDS


def words(name: str, *, default: tuple[str, ...] = ()) -> list[str]:
    """Several words with commas between them."""
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()] or list(default)


def database(name: str, *, default_from: str | None = None) -> dict[str, Any]:
    """Django's description of the PostgreSQL database behind a postgresql:// address.

    libpq reads the address, so that hosts as directories of sockets and options such as sslmode mean what
    PostgreSQL's manual says.
    """
    if default_from and not is_set(name):
        name = default_from
    address = text(name)
    if not address.startswith(("postgresql://", "postgres://")):
        raise BadSetting(_named(name), "Erwartet wird postgresql://rolle:passwort@rechner:port/datenbank")
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(address).items()}
    except ProgrammingError:
        raise BadSetting(_named(name), "Die Adresse der Datenbank ist nicht lesbar") from None
    if not parts.get("dbname"):
        raise BadSetting(_named(name), "In der Adresse fehlt der Name der Datenbank")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }


def redis(name: str, default: str | None = None) -> str:
    """A redis://, rediss:// or unix:// address."""
    address = text(name, default)
    if not address.startswith(("redis://", "rediss://", "unix:///")):
        raise BadSetting(_named(name), "Erwartet wird redis://, rediss:// oder unix:///pfad/zum/socket")
    return address


def celery_url(url: str) -> str:
    """The address as Celery's transport wants it: a socket is redis+socket:// with a virtual host."""
    parts = urlsplit(url)
    if parts.scheme != "unix":
        return url
    number = dict(parse_qsl(parts.query)).get("db", "0")
    return f"redis+socket://{parts.path}?virtual_host={number}"
