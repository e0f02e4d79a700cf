"""One supervisor at a time on the same data."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.dev.cannot_start import CannotStart


@contextmanager
def running_alone(var: Path) -> Iterator[None]:
    """Hold the lock of this directory; it falls with the process, however that ends."""
    with (var / "dev.lock").open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            number = lock.read().strip() or "unbekannt"
            raise CannotStart(f"Fallbrücke läuft hier schon (Prozess {number}, Daten in {var}).") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
