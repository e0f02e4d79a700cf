"""A text as it is seen: what nobody sees in it, and what only looks like a letter or a hyphen, must not hide a name."""

import re
import unicodedata

# Joiners inside Persian or Indic words are part of their spelling; between other letters and digits they are not seen.
JOINERS = re.compile(r"(?<![\u0600-\u0dff])[\u200c\u200d]|[\u200c\u200d](?![\u0600-\u0dff])")
HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2043\u2212\ufe58\ufe63\uff0d", "-"))
# A word parted at the end of a line; "Haus- und Hofarbeit" is none.
LINE_END = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?=[a-zäöüß])(?!(?:und|oder|bzw|sowie)\b)")
MIXED = re.compile(r"\b(?=[^\W\d_]*[A-Za-z])(?=[^\W\d_]*[\u0370-\u052f])[^\W\d_]+\b")
# Cyrillic and Greek letters that nobody tells from Latin ones.
TWINS = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u03bf\u03b1\u03bd\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsdhABEKMHOPCTYXIJSoavABEZHIKMNOPTYX",
)
DRAWN = ("<wide>", "<narrow>", "<circle>", "<font>", "<square>")


def legible(text: str) -> str:
    """Without signs that have no width, with plain hyphens and whole words, each in letters of one alphabet."""
    seen = JOINERS.sub("", text).translate(HYPHENS)
    whole = LINE_END.sub("", "".join(_plain(letter) for letter in seen))
    return MIXED.sub(lambda word: word.group().translate(TWINS), whole)


def _plain(letter: str) -> str:
    if letter.isascii() or letter in "\u200c\u200d":
        return letter
    if unicodedata.category(letter) == "Cf":
        return ""
    if unicodedata.decomposition(letter).startswith(DRAWN):
        return unicodedata.normalize("NFKC", letter)
    return letter
