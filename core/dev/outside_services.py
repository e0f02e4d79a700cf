"""Services that the operator named: whether they answer, asked before anything is started."""

import os

import psycopg
import redis

from core.dev.cannot_start import CannotStart

SECONDS = 5


def check_database() -> None:
    """Both roles must be let in."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL"):
        try:
            psycopg.connect(os.environ[name], connect_timeout=SECONDS).close()
        except psycopg.Error as error:
            raise CannotStart(f"Die Datenbank aus {name} ist nicht erreichbar: {_reason(error)}") from None


def check_broker() -> None:
    """The Redis server must answer."""
    try:
        with redis.Redis.from_url(os.environ["REDIS_URL"], socket_connect_timeout=SECONDS) as client:
            client.ping()
    except (redis.RedisError, ValueError) as error:
        raise CannotStart(f"Der Redis-Server aus REDIS_URL ist nicht erreichbar: {_reason(error)}") from None


def _reason(error: Exception) -> str:
    """One line of what the library says."""
    return " ".join(str(error).split())
