"""The data directory of an embedded PostgreSQL server: made on first use, mended after a kill."""

import os
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from core.dev.cannot_start import CannotStart
from core.dev.postgres_programs import owner_of_data, prefix, programs


def create_data(data: Path) -> None:
    """Run initdb unless the data stand there already, of the same major version."""
    _, version = programs()
    marker = data / "PG_VERSION"
    if not marker.exists():
        # Made beside and renamed, so that an interrupted start leaves no half-made data.
        fresh = Path(tempfile.mkdtemp(prefix="postgres.", dir=data.parent))
        os.chown(fresh, owner_of_data(), -1)
        _run_initdb(fresh)
        fresh.rename(data)
    found = marker.read_text().strip()
    if found != str(version):
        raise CannotStart(
            f"Die Daten in {data} stammen von PostgreSQL {found}, gefunden wurde PostgreSQL {version}; "
            "bitte APP_PG_BIN setzen oder das Verzeichnis entfernen (die Demodaten entstehen dann neu)."
        )
    if data.stat().st_uid != owner_of_data():
        for path in [data, *data.rglob("*")]:
            os.chown(path, owner_of_data(), -1, follow_symlinks=False)


def _run_initdb(directory: Path) -> None:
    binaries, version = programs()
    # The same upper and lower case on every machine; the order of German names is the application's own.
    case = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    command = [
        *prefix(),
        str(binaries / "initdb"),
        *("-D", str(directory), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"),
        *(case if version >= 17 else ["--locale=C.UTF-8"]),
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        reason = (result.stderr.strip().splitlines() or ["ohne Meldung"])[-1]
        raise CannotStart(f"Die Datenbank in {directory.parent} konnte nicht angelegt werden: {reason}")


def running_server(data: Path) -> int | None:
    """The process number of a server at work on these data.

    The number in the lock file alone proves nothing: after a kill or a restart it may be anybody's.
    """
    with suppress(OSError, ValueError, IndexError):
        number = int((data / "postmaster.pid").read_text().splitlines()[0])
        if str(data).encode() in Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0"):
            return number
    return None


def remove_remains(data: Path, sockets: Path) -> None:
    """End a server that outlived its supervisor, and remove the lock files that a killed one left."""
    if not Path("/proc/self").exists():
        return  # PostgreSQL's own judgement has to do
    number = running_server(data)
    if number:
        end_server(data, number)
    (data / "postmaster.pid").unlink(missing_ok=True)
    for remains in sockets.glob(".s.PGSQL.*"):
        remains.unlink(missing_ok=True)


def end_server(data: Path, number: int) -> None:
    """Fast shutdown of a server that is no child of ours."""
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGINT)
    deadline = time.monotonic() + 10
    while running_server(data) == number:
        if time.monotonic() > deadline:
            raise CannotStart(f"Ein früherer PostgreSQL-Server endet nicht; bitte Prozess {number} beenden.")
        time.sleep(0.05)
