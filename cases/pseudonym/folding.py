"""Words in the form in which names are compared: scripts, accents, endings and spellings do not count."""

import re
import unicodedata
from collections.abc import Iterator

# Letters with their accents, Arabic vowel signs, and signs without width that somebody may have copied along.
WORD = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200b-\u200d]|['’ʼ](?=[^\W\d_]))*"
)
WITHOUT_WIDTH = re.compile(r"[\u0640\u00ad\u200b-\u200d]")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
ARABIC = re.compile(r"[\u0600-\u06ff]")
# And or so, with or for or like, the article: written as one word with what follows.
ARABIC_PREFIX = re.compile(r"^[وف]?[بلك]?(?:ال)?")
ARABIC_TWINS = str.maketrans({"ى": "ي", "ة": "ه", "ک": "ك", "ی": "ي"})
# Genitive and plural; in other languages of the texts names are left as they are.
ENDINGS = ("'s", "’s", "ʼs", "s", "es", "'", "’")

SOUNDS = [
    ("tsch", "c"), ("dsch", "j"), ("sch", "x"), ("shch", "x"), ("sh", "x"), ("ch", "c"), ("kh", "c"), ("zh", "j"),
    ("dj", "j"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("q", "k"), ("ck", "k"), ("x", "s"), ("z", "s"), ("o", "u"), ("e", "a"),
]  # fmt: skip


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, with their places; a hyphen parts two."""
    return WORD.finditer(text)


def folded(word: str) -> str:
    """Without accents, capitals and signs without width."""
    bare = unicodedata.normalize("NFKD", WITHOUT_WIDTH.sub("", word))
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return bare.casefold().translate(ARABIC_TWINS)


def spellings(word: str) -> frozenset[str]:
    """All forms under which a name is known: Müller, Mueller and Muller are one, Tesfays is Tesfay."""
    plain = folded(unicodedata.normalize("NFC", word).casefold().translate(UMLAUTS))
    forms = {folded(word), plain}
    forms |= {re.sub(r"([aou])e", r"\1", form) for form in forms}
    if ARABIC.search(word):
        forms |= {ARABIC_PREFIX.sub("", form) for form in forms}
    return frozenset(form for form in forms if form)


def without_ending(word: str) -> Iterator[str]:
    """The word, and what it would be without an ending."""
    yield word
    for ending in ENDINGS:
        if word.casefold().endswith(ending) and len(word) - len(ending) > 1:
            yield word[: -len(ending)]


def sound(word: str) -> str:
    """One form for the ways in which a name is written in Latin letters: Mohammed and Muhammad."""
    form = folded(word)
    for written, heard in SOUNDS:
        form = form.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", form)


def consonants(word: str) -> str:
    """What is left of the sound without vowels: Yussuf and Youssef."""
    form = sound(word)
    return form[:1] + re.sub(r"[aiuh]", "", form[1:])
