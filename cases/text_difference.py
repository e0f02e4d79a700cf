"""What changed from one wording to the next, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: "same" in both, "gone" or "new"."""

    kind: str
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The words of both texts in reading order."""
    return list(_pieces(_words(before), _words(after)))


def _words(text: str) -> list[str]:
    # Spaces are words of their own, so that a word before a new line is not a new word.
    return re.findall(r"\s+|\S+", text)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for what, old_from, old_to, new_from, new_to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if what == "equal":
            yield Piece("same", "".join(new[new_from:new_to]))
            continue
        if gone := "".join(old[old_from:old_to]):
            yield Piece("gone", gone)
        if added := "".join(new[new_from:new_to]):
            yield Piece("new", added)
