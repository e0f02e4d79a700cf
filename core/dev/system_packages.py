"""`python -m core.dev.system_packages server|test`: the Debian packages that this machine lacks, in one line.

Run by the system's own Python before anything is installed.
"""

import ctypes
import shutil
import sys
from importlib.util import find_spec

# WeasyPrint loads them by name at its first PDF.
LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
PROGRAMS_OF_TESTS = {
    "chromium-headless-shell": "chromium-headless-shell",
    "xgettext": "gettext",
    "pdftotext": "poppler-utils",
    "redis-server": "redis-server",
}


def missing_packages(purpose: str) -> list[str]:
    """The names that apt-get install takes; `test` needs all of `server` and more."""
    missing = [package for library, package in LIBRARIES.items() if not _loads(library)]
    if purpose == "test":
        missing += [package for program, package in PROGRAMS_OF_TESTS.items() if not shutil.which(program)]
    if find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    return missing


def _loads(library: str) -> bool:
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.stdout.write(" ".join(missing_packages(sys.argv[1])))
