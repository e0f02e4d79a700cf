"""Where the embedded services keep data and sockets."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from core.dev.cannot_start import CannotStart

REPOSITORY = Path(__file__).resolve().parents[2]


def var_directory() -> Path:
    """FALLBRUECKE_VAR, or var/ beside manage.py."""
    return Path(os.environ.get("FALLBRUECKE_VAR") or REPOSITORY / "var").resolve()


def private_directory(path: Path) -> Path:
    """A directory that its owner alone may enter."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.is_symlink() or path.stat().st_uid != os.getuid():
            raise CannotStart(f"Das Verzeichnis {path} gehört einem anderen Benutzer; bitte entfernen.")
        path.chmod(0o700)
    except OSError as error:
        raise CannotStart(f"Das Verzeichnis {path} ist nicht beschreibbar ({error.strerror}).") from None
    return path


def remove_socket_directory(data: Path) -> None:
    """At the end, when no service is left in it."""
    with suppress(OSError):
        socket_directory(data).rmdir()


def socket_directory(data: Path) -> Path:
    """A short directory for the sockets of the services below `data`: a socket's path ends at 107 bytes."""
    code = hashlib.sha256(str(data).encode()).hexdigest()[:8]
    return Path(tempfile.gettempdir()) / f"fallbruecke-{os.getuid()}-{code}"
