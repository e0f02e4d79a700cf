"""A text as it is seen: what nobody sees in it, and what only looks like a letter or a hyphen, must not hide a name."""

import re
import unicodedata

# Joiners inside Persian or Indic words are part of their spelling; between other letters and digits they are not seen.
JOINERS = re.compile(r"(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])")
HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2043\u2212\ufe58\ufe63\uff0d", "-"))
DRAWN = ("<wide>", "<narrow>", "<circle>", "<font>", "<square>")


def legible(text: str) -> str:
    """Without signs that have no width, with plain hyphens, with letters instead of their ornamental forms."""
    seen = JOINERS.sub("", text).translate(HYPHENS)
    return "".join(_plain(letter) for letter in seen)


def _plain(letter: str) -> str:
    if letter.isascii() or letter in "\u200c\u200d":
        return letter
    if unicodedata.category(letter) == "Cf":
        return ""
    if unicodedata.decomposition(letter).startswith(DRAWN):
        return unicodedata.normalize("NFKC", letter)
    return letter
