"""Whether this machine can set documents: WeasyPrint needs Pango and its companions from the operating system."""

import ctypes
from collections.abc import Sequence
from functools import cache

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register

APT_LINE = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
# The file names of Linux, macOS (Homebrew) and Windows (MSYS2), as WeasyPrint looks for them.
LIBRARIES = {
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.dylib", "libgobject-2.0-0.dll"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "HarfBuzz subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}


class PdfNotAvailable(RuntimeError):
    """This machine lacks a library that documents need; everything else of the application works."""


@cache
def missing_libraries() -> tuple[str, ...]:
    """Names of the system libraries that are not there; empty when documents can be made."""
    return tuple(name for name, files in LIBRARIES.items() if not any(_loads(file) for file in files))


def _loads(file: str) -> bool:
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


@register(Tags.compatibility)
def check_pdf_available(*, app_configs: Sequence[AppConfig] | None, **_: object) -> list[CheckMessage]:
    """Say at start, by the line that helps, that documents cannot be made here."""
    del app_configs  # The libraries belong to the machine, not to an app.
    if not (missing := missing_libraries()):
        return []
    return [
        Warning(
            f"PDF documents cannot be made: {', '.join(missing)} not found.",
            hint=f"Install the libraries ({APT_LINE}); until then pages say that no PDF is available.",
            id="core.W001",
        )
    ]
