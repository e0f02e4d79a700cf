"""Translations: compiled by Babel wherever the application is set up, so that no gettext tools are needed.

`python -m core.translations` compiles all; with two catalogues, the translated and a freshly collected one, it
says what is missing.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).resolve().parents[1] / "locale"


def compile_translations(locales: Path = LOCALES) -> None:
    """Write the .mo file beside each .po file that is newer."""
    for source in locales.glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parts[-3])
        fresh = target.with_suffix(f".mo.{id(catalog)}")
        with fresh.open("wb") as binary:
            write_mo(binary, catalog)
        fresh.replace(target)


def gaps(translated: Path, wanted: Path) -> Iterator[str]:
    """What keeps `translated` from being the complete translation of the messages that stand in `wanted`."""
    with translated.open("rb") as text:
        present = read_po(text, locale="de")
    with wanted.open("rb") as text:
        needed = read_po(text, locale="de")
    for message in needed:
        own = present.get(message.id, message.context)
        if message.id and (own is None or own.fuzzy or not _is_translated(own)):
            yield f"nicht übersetzt: {message.id}"
    for message in present:
        if message.id and needed.get(message.id, message.context) is None:
            yield f"nicht mehr gebraucht: {message.id}"


def _is_translated(message: Message) -> bool:
    """A plural needs all of its forms."""
    forms = message.string if isinstance(message.string, (list, tuple)) else [message.string]
    return bool(forms) and all(forms)


def main(*catalogs: str) -> int:
    """Compile, or print what the first catalogue lacks of the second."""
    if not catalogs:
        compile_translations()
        return 0
    found = list(gaps(*map(Path, catalogs)))
    sys.stdout.writelines(f"{gap}\n" for gap in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
