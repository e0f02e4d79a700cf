"""The embedded broker: a Redis server from PATH, else a stand-in that keeps its queue in memory."""

import shutil
import socket
import sys
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import redis

from core.dev.places import private_directory, socket_directory
from core.dev.process import ChildProcess, dying_with_us

NOBODY_ELSE = "127.0.0.1"
SOCKET = "redis.sock"


def redis_program() -> str | None:
    """A server that speaks the Redis protocol, if one is installed."""
    return shutil.which("redis-server") or shutil.which("valkey-server")


@cache
def broker_address(directory: Path) -> str:
    """Where the broker below `directory` will listen: a private socket, else a free port (chosen once)."""
    if redis_program():
        return f"unix://{socket_directory(directory) / SOCKET}?db=0"
    with socket.socket() as probe:
        probe.bind((NOBODY_ELSE, 0))
        return f"redis://{NOBODY_ELSE}:{probe.getsockname()[1]}/0"


class EmbeddedBroker(ChildProcess):
    """The process behind REDIS_URL, unless the operator named a server of their own."""

    def __init__(self, directory: Path, address: str) -> None:
        self.address = address
        self.keeps_its_queue = address.startswith("unix://")
        log = private_directory(directory / "log") / "broker.log"
        command = self._server(directory) if self.keeps_its_queue else self._stand_in()
        super().__init__("Broker", [*dying_with_us(), *command], log=log)

    def start(self) -> None:
        """Start and wait for the first answer."""
        super().start()
        self.await_answer(self.answers, seconds=30)

    def answers(self) -> bool:
        """Whether the broker takes commands."""
        try:
            with redis.Redis.from_url(self.address, socket_timeout=2) as client:
                return bool(client.ping())
        except redis.RedisError:
            return False

    def _server(self, directory: Path) -> list[str]:
        settings = {
            "port": "0",
            "unixsocket": str(private_directory(socket_directory(directory)) / SOCKET),
            "unixsocketperm": "700",
            "dir": str(private_directory(directory / "redis")),
            "appendonly": "yes",
            "save": "",
            "maxmemory-policy": "noeviction",
            "daemonize": "no",
        }
        program = redis_program() or "redis-server"
        return [program, *(part for name, value in settings.items() for part in (f"--{name}", value))]

    def _stand_in(self) -> list[str]:
        return [sys.executable, "-m", "core.dev.stand_in_broker", str(urlsplit(self.address).port)]
