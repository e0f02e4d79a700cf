"""What a text needs before it can be set: characters that have a shape, places to break, a direction."""

import re
import unicodedata
from collections.abc import Set

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Line ends of other systems; a line separator (U+2028) inside a paragraph stops WeasyPrint.
LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, lone surrogates and non-characters: Pango and XML refuse some of them.
REFUSED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Embeddings, overrides and isolates that a text leaves open would turn round what follows on the line, and an
# override shows a name other than it is stored. Marks (LRM, RLM, ALM) and joiners stay: Persian needs them.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
INVISIBLE = {"Cf", "Zs"}
RIGHT_TO_LEFT = {"R", "AL"}
# "§ 25 Abs. 2" is one word for the eye; a line must not end inside it.
CITATION = re.compile(r"(§|Abs\.|Art\.|Nr\.|Satz|SGB) (?=\d|[IVX]+\b)")
# No word of a language is that long; setting it as one takes time with the square of its length.
ENDLESS = re.compile(r"\S{80,}")
STEP = 20
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"


def printable(text: str, *, shapes: Set[int]) -> str:
    """The text with one visible sign for each run of characters that the fonts have no shape for."""
    text = REFUSED.sub(REPLACEMENT, LINE_END.sub("\n", text))
    text = unicodedata.normalize("NFC", TURNING.sub("", text))
    strange = "".join(sign for sign in set(text) - {"\n", "\t"} if not has_shape(sign, shapes))
    return (
        re.sub(f"[{re.escape(strange)}]([{re.escape(strange)}\u200d])*", REPLACEMENT, text)
        if strange
        else text
    )


def has_shape(sign: str, shapes: Set[int]) -> bool:
    """Whether a font shows the character, or nothing is to be seen of it anyway."""
    return ord(sign) in shapes or unicodedata.category(sign) in INVISIBLE


def breakable(text: str) -> str:
    """The text with citations held together, and with places to break in what no line can hold."""
    return ENDLESS.sub(in_steps, CITATION.sub("\\1\N{NO-BREAK SPACE}", text))


def in_steps(found: re.Match[str]) -> str:
    """An endless word with an invisible place to break after each few characters."""
    word = found[0]
    return ZERO_WIDTH_SPACE.join(word[start : start + STEP] for start in range(0, len(word), STEP))


def direction(text: str) -> str:
    """Which way a text runs, "rtl" or "ltr": its first letter with a direction says so, as for dir="auto" in HTML."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return "ltr"
        if kind in RIGHT_TO_LEFT:
            return "rtl"
    return "ltr"
