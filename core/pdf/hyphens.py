"""Where a German word may be divided.

The German patterns have two levels: the first parts a compound, the second its parts. WeasyPrint's hyphenator mixes
them and divides "Grun-dqualifikation". Here both are kept, and a place counts only when the whole word agrees.
"""

import re
from functools import cache, lru_cache
from itertools import pairwise

import pyphen  # type: ignore[import-untyped]  # it has no types

NO_DIGITS = str.maketrans("", "", "0123456789")
WEIGHT = re.compile(r"(\d?)(?:\D|$)")
SYLLABLE = 2
ENDING = 4
LONGEST = 80

Patterns = dict[str, str]


class GermanWords:
    """Stands in for pyphen's own reading of the German patterns."""

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """Numbers of letters after which the word may be divided."""
        return [pyphen.DataInt(place) for place in divisions(word.lower())] if len(word) < LONGEST else []


def install() -> None:
    """Have WeasyPrint divide German words by both levels."""
    pyphen.hdcache.setdefault(pyphen.LANGUAGES["de"], GermanWords())


@lru_cache(maxsize=20_000)
def divisions(word: str) -> list[int]:
    """Places that both readings allow, as long as they leave something worth a line of its own.

    None beside a syllable of one letter, where the patterns often err, and none before a short ending; a short word
    at the end of a compound is no ending: "Straßenverkehrs-amt", but not "Ansprechpart-ner".
    """
    compounds, parts = levels()
    seams = [0, *places(word, compounds), len(word)]
    within = {start + place for start, end in pairwise(seams) for place in places(word[start:end], parts)}
    agreed = sorted((within | set(seams)) & set(places(word, parts)))
    return [
        place
        for place in agreed
        if all(other == place or abs(other - place) >= SYLLABLE for other in agreed)
        and (place in seams or len(word) - place >= ENDING)
    ]


def places(word: str, patterns: Patterns) -> list[int]:
    """Liang's algorithm: patterns weigh each place between two letters; an odd weight allows a hyphen there."""
    framed = f".{word}."
    weights = [0] * (len(framed) + 1)
    for start in range(len(framed)):
        for end in range(start + 1, len(framed) + 1):
            if pattern := patterns.get(framed[start:end]):
                for offset, weight in enumerate(WEIGHT.findall(pattern), start):
                    weights[offset] = max(weights[offset], int(weight or 0))
    return [place for place in range(SYLLABLE, len(word) - SYLLABLE + 1) if weights[place + 1] % 2]


@cache
def levels() -> tuple[Patterns, Patterns]:
    """The patterns of both levels, by their letters."""
    first, _, second = pyphen.LANGUAGES["de"].read_text("latin-1").partition("NEXTLEVEL")
    return by_letters(first), by_letters(second)


def by_letters(lines: str) -> Patterns:
    """Each pattern under its letters: "1na" under "na"; comments and settings are left out."""
    patterns = (line.strip() for line in lines.splitlines() if line[:1] not in "#%")
    return {pattern.translate(NO_DIGITS): pattern for pattern in patterns if not pattern[:1].isupper()}
