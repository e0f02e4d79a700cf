"""Names in other scripts as Latin letters, and Arabic ones as their consonants.

Sources: Cyrillic by the Ukrainian passport table (KMU 55/2010), with Russian letters after ICAO Doc 9303; Ethiopic by
the names of the characters in the Unicode standard, whose syllables name consonant and vowel; Arabic, Persian and
Pashto letters by ICAO Doc 9303 part 3, without the vowels, which those scripts do not write.
"""

import unicodedata
from itertools import product

CYRILLIC: dict[str, tuple[str, ...]] = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("h", "g"), "ґ": ("g",), "д": ("d",), "е": ("e",),
    "є": ("ye",), "ё": ("yo",), "ж": ("zh",), "з": ("z",), "и": ("y",), "і": ("i",), "ї": ("yi",),
    "й": ("y",), "к": ("k",), "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",), "п": ("p",), "р": ("r",),
    "с": ("s",), "т": ("t",), "у": ("u",), "ф": ("f",), "х": ("kh",), "ц": ("ts",), "ч": ("ch",),
    "ш": ("sh",), "щ": ("shch",), "ь": ("",), "ъ": ("",), "ы": ("y",), "э": ("e",), "ю": ("yu",),
    "я": ("ya",), "ј": ("y",), "љ": ("lj",), "њ": ("nj",), "ћ": ("ch",), "ђ": ("dj",), "џ": ("dzh",),
}  # fmt: skip

# The vowel that the Unicode name of a syllable ends with; the sixth order is e or nothing.
ETHIOPIC_VOWELS = {
    "AA": ("a",), "EE": ("e",), "A": ("e",), "U": ("u",), "I": ("i",), "E": ("", "e"), "O": ("o",),
}  # fmt: skip
ETHIOPIC_CONSONANTS = {
    "HH": "h", "SZ": "s", "X": "h", "QH": "q", "KX": "h", "GLOTTAL ": "", "PHARYNGEAL ": "",
    "TH": "t", "CH": "ch", "PH": "p", "TS": "ts", "TZ": "ts", "C": "ch", "NY": "ny", "DD": "d",
}  # fmt: skip

# A letter as the consonants that a Latin spelling may have for it; weak letters are left out.
ARABIC: dict[str, tuple[str, ...]] = {
    "ب": ("b",), "پ": ("p",), "ت": ("t",), "ث": ("t", "s"), "ج": ("ž",), "چ": ("č",), "ح": ("h",),
    "خ": ("h",), "د": ("d",), "ذ": ("d", "s"), "ر": ("r",), "ز": ("s",), "ژ": ("ž",), "س": ("s",),
    "ش": ("š",), "ص": ("s",), "ض": ("d", "s"), "ط": ("t",), "ظ": ("s", "d"), "غ": ("g",), "ف": ("f",),
    "ق": ("k", "g"), "ک": ("k",), "گ": ("g",), "ل": ("l",), "م": ("m",), "ن": ("n",), "ه": ("h",),
}  # fmt: skip
WEAK_AT_THE_BEGINNING = "اعی"
ARABIC_FORMS = str.maketrans("أإآٱىيكةۀہھ", "ااااییکهههه")
ARABIC_ARTICLE = "ال"
SHORTEST_AFTER_ARTICLE = 3

# So that no long word makes thousands of spellings.
SPELLINGS_AT_MOST = 16


def is_arabic(word: str) -> bool:
    """Written in the Arabic script, whatever the language."""
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


def normal_arabic(word: str) -> str:
    """Without vowel signs and stretching, each letter in one form, without the article."""
    letters = "".join(letter for letter in word if unicodedata.category(letter) == "Lo").translate(
        ARABIC_FORMS
    )
    rest = letters.removeprefix(ARABIC_ARTICLE)
    return rest if len(rest) >= SHORTEST_AFTER_ARTICLE else letters


def arabic_consonants(word: str) -> set[str]:
    """The skeletons that a Latin spelling of the word may have; see `search_key.skeleton`."""
    begins = "a" if word[:1] in WEAK_AT_THE_BEGINNING else ""
    choices = [ARABIC.get(letter, ("",)) for letter in word]
    return {begins + found for found in _products(choices)}


def romanised(word: str) -> list[str]:
    """Latin spellings of a lower-case word; the word itself when no letter of it is Cyrillic or Ethiopic."""
    return _products([_latin(letter) for letter in word])


def _latin(letter: str) -> tuple[str, ...]:
    if letter in CYRILLIC:
        return CYRILLIC[letter]
    name = unicodedata.name(letter, "")
    if not name.startswith("ETHIOPIC SYLLABLE "):
        return (letter,)
    syllable = name.removeprefix("ETHIOPIC SYLLABLE ")
    vowel = syllable[-2:] if syllable[-2:] in ETHIOPIC_VOWELS else syllable[-1:]
    consonant = syllable.removesuffix(vowel)
    written = ETHIOPIC_CONSONANTS.get(consonant, consonant.lower())
    if not written:
        # A glottal stop is not written; its vowel always is, and the first order sounds like a.
        return tuple({"A": "a", "E": "e"}.get(vowel, sound) for sound in ETHIOPIC_VOWELS[vowel][:1])
    return tuple(written + sound for sound in ETHIOPIC_VOWELS[vowel])


def _products(choices: list[tuple[str, ...]]) -> list[str]:
    """All ways through the choices; from where there would be too many on, the first choice alone."""
    many = 1
    kept = []
    for choice in choices:
        many *= len(choice)
        kept.append(choice if many <= SPELLINGS_AT_MOST else choice[:1])
        many = min(many, SPELLINGS_AT_MOST)
    return list(dict.fromkeys("".join(found) for found in product(*kept)))
