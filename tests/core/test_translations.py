"""Translations are compiled, and what is missing in them is found."""

import gettext
import os
from pathlib import Path

import pytest

from core.translations import compile_translations, gaps

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
BRIDGE = 'msgid "bridge"\nmsgstr "Brücke"\n\n'


def _catalog(path: Path, *entries: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + "".join(entries), encoding="utf-8")
    return path


def test_a_compiled_text_is_found_by_gettext(tmp_path: Path) -> None:
    _catalog(tmp_path / "de" / "LC_MESSAGES" / "django.po", BRIDGE)

    compile_translations(tmp_path)

    assert gettext.translation("django", tmp_path, ["de"]).gettext("bridge") == "Brücke"


def test_only_what_is_newer_is_compiled_again(tmp_path: Path) -> None:
    source = _catalog(tmp_path / "de" / "LC_MESSAGES" / "django.po", BRIDGE)
    compile_translations(tmp_path)
    target = source.with_suffix(".mo")
    target.write_bytes(b"untouched")
    os.utime(source, (0, 0))

    compile_translations(tmp_path)

    assert target.read_bytes() == b"untouched"


@pytest.mark.parametrize(
    ("entry", "gap"),
    [
        ("", "nicht übersetzt: case"),
        ('msgid "case"\nmsgstr ""\n', "nicht übersetzt: case"),
        ('#, fuzzy\nmsgid "case"\nmsgstr "Fall"\n', "nicht übersetzt: case"),
        ('msgid "case"\nmsgstr "Fall"\n\nmsgid "old"\nmsgstr "alt"\n', "nicht mehr gebraucht: old"),
    ],
)
def test_gaps_are_named(tmp_path: Path, entry: str, gap: str) -> None:
    translated = _catalog(tmp_path / "translated.po", BRIDGE, entry)
    wanted = _catalog(tmp_path / "wanted.po", BRIDGE, 'msgid "case"\nmsgstr ""\n')

    assert list(gaps(translated, wanted)) == [gap]


def test_a_plural_needs_all_of_its_forms(tmp_path: Path) -> None:
    plural = 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "eins"\nmsgstr[1] "{}"\n'
    wanted = _catalog(tmp_path / "wanted.po", plural.format(""))

    assert list(gaps(_catalog(tmp_path / "half.po", plural.format("")), wanted)) != []
    assert list(gaps(_catalog(tmp_path / "whole.po", plural.format("viele")), wanted)) == []
