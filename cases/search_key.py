"""The keys by which a person is found by name: what is stored for her, and what is looked for.

Two spellings are one name when a key is common to both: the same letters without diacritics, one typing error apart
(names of four letters and more), or the same by the rules of `sound_rules`. Every key is compared as it is, so that an
index finds it. A typing error is found by a gap: "Tesfay" is stored as "_esfay", "t_sfay" and so on.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cases.romanised import arabic_consonants, is_arabic, normal_arabic, romanised
from cases.sound_rules import LETTERS_AS_SOUNDS, LIGHT_RULES, PLAIN_LETTERS, RULES, Rule

# The first sign of a key says which kind it is; a spelling with its gaps has none.
EXACT, SOUND, SKELETON, SKELETON_OF_ARABIC, YEAR = "=", "~", "^", "*", "#"
GAP = "_"
SHORTEST_WITH_AN_ERROR = 4
WORDS_AT_MOST = 6
KEPT_WORDS = 50_000

# Nothing that divides a word: apostrophes, and the vowel signs and the stretching of Arabic.
WITHIN_A_WORD = re.compile(r"['’‘ʼʻʿʾ`´\u0640\u064b-\u065f\u0670]")
WORD = re.compile(r"[^\W\d_]+")
# They are written, left out, or joined to the name: they find nobody, and keep nobody from being found.
PARTICLES = frozenset(
    "al el ul ar as ad an az bin ibn ben bint abu von van der den de di da zu".split()  # noqa: SIM905 - read as a line
)
SERVANT = frozenset("abd abdu abdul abdel abdal abdol abdoul abdur abdou عبد".split())  # noqa: SIM905
SERVANT_JOINED = re.compile(r"^abd(?:ou|oe|[aeou])(?:l|([rsnzdt])(?=\1))(.{4,})$")
OF_THE_FAITH = re.compile(r"^(?:din|deen|dine)$")
ARTICLE_JOINED = re.compile(r"^(?:al|el)([^aeiou].{4,})$")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One word that was typed: keys of the name itself, those and of names alike, those and of a typing error."""

    exact: frozenset[str]
    alike: frozenset[str]
    near: frozenset[str]


def stored_keys(*names: str, birth: str = "") -> list[str]:
    """What is stored for a person with these names and the year of this birth, in a fixed order."""
    keys = {key for name in names for word in _stored_words(name) for key in _keys_of(word)}
    return sorted({*keys, YEAR + birth[:4]})


def wanted_keys(typed: str) -> list[Wanted]:
    """What is looked for: each word that was typed has to be found."""
    return [_wanted(word) for word in _joined(_words(typed))[:WORDS_AT_MOST]]


def is_found_by(typed: str, *names: str) -> bool:
    """Whether a person with these names is found by what was typed; the rule without the database."""
    keys = set(stored_keys(*names))
    wanted = wanted_keys(typed)
    return bool(wanted) and all(each.near & keys for each in wanted)


def _words(name: str) -> list[str]:
    return WORD.findall(
        WITHIN_A_WORD.sub("", unicodedata.normalize("NFKC", name)).casefold().replace("i̇", "i")
    )


def _joined(words: list[str]) -> list[str]:
    """Abd al-Rahman is one name, and so is Nur ad-Din; particles fall away unless nothing else is there."""
    joined: list[str] = []
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word in SERVANT and (following := _after_particles(rest)):
            rest = rest[rest.index(following) + 1 :]
            joined.append(_servant_of(following))
        elif OF_THE_FAITH.match(word) and len(joined) > 1 and joined[-1] in PARTICLES:
            joined[-2:] = [joined[-2] + "eddin"]
        else:
            joined.append(word)
    return [word for word in joined if word not in PARTICLES] or joined


def _after_particles(words: list[str]) -> str | None:
    return next((word for word in words if word not in PARTICLES), None)


def _servant_of(word: str) -> str:
    if is_arabic(word):
        return "عبد" + word
    return "abdullah" if word in {"allah", "ullah", "lah"} else "abdul" + word


def _stored_words(name: str) -> Iterable[str]:
    """The parts as they are joined, and as they are printed, since people type either."""
    words = _words(name)
    return dict.fromkeys([*_joined(words), *(word for word in words if word not in PARTICLES)])


@lru_cache(maxsize=KEPT_WORDS)
def _keys_of(word: str) -> frozenset[str]:
    keys = {EXACT + _plain(word)}
    for spelling in _spellings(word):
        keys |= {spelling, _plain(spelling), *_gaps(spelling)}
    if is_arabic(word):
        keys |= {SKELETON_OF_ARABIC + each for each in _arabic_skeletons(word)}
    else:
        sounds = _sounds(word)
        keys |= {SOUND + each for each in sounds} | {SKELETON + skeleton(each) for each in sounds}
    return frozenset(keys)


@lru_cache(maxsize=KEPT_WORDS)
def _wanted(word: str) -> Wanted:
    alike = {key for spelling in _spellings(word) for key in (spelling, _plain(spelling))}
    if is_arabic(word):
        alike |= {SKELETON + each for each in _arabic_skeletons(word)}
    else:
        sounds = _sounds(word)
        alike |= {SOUND + each for each in sounds}
        alike |= {SKELETON_OF_ARABIC + skeleton(each) for each in sounds}
    near = {key for spelling in _spellings(word) for key in _errors(spelling)}
    exact = frozenset({EXACT + _plain(word)})
    return Wanted(exact, exact | alike, exact | alike | near)


def _plain(word: str) -> str:
    """Without diacritics, in its own script."""
    if is_arabic(word):
        return normal_arabic(word)
    taken_apart = unicodedata.normalize("NFD", word.translate(PLAIN_LETTERS))
    # й and ї are letters of their own, not и and і with an ornament.
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter))


def _latin(word: str) -> list[str]:
    """Latin spellings in which letters with a sign stand as they sound."""
    written = word.translate(LETTERS_AS_SOUNDS)
    return [_plain(each) for each in romanised(written)]


@lru_cache(maxsize=KEPT_WORDS)
def _spellings(word: str) -> frozenset[str]:
    """The letters without diacritics, and with one letter for each digraph; an error is looked for in both."""
    if is_arabic(word):
        return frozenset({normal_arabic(word)})
    plain = {_plain(each) for each in romanised(word)[:2]}
    light = {_once(each, LIGHT_RULES) for each in _latin(word)[:2]}
    return frozenset(plain | light)


def _gaps(spelling: str) -> Iterator[str]:
    if len(spelling) >= SHORTEST_WITH_AN_ERROR:
        for at in range(len(spelling)):
            yield spelling[:at] + GAP + spelling[at + 1 :]


def _errors(spelling: str) -> Iterator[str]:
    """The stored keys that are one replaced, missing, surplus or swapped letter away."""
    if len(spelling) < SHORTEST_WITH_AN_ERROR:
        return
    yield from _gaps(spelling)
    for at in range(len(spelling) + 1):
        yield spelling[:at] + GAP + spelling[at:]
    for at in range(len(spelling) - 1):
        yield spelling[:at] + spelling[at + 1] + spelling[at] + spelling[at + 2 :]
    if len(spelling) > SHORTEST_WITH_AN_ERROR:
        for at in range(len(spelling)):
            yield spelling[:at] + spelling[at + 1 :]


@lru_cache(maxsize=KEPT_WORDS)
def _sounds(word: str) -> frozenset[str]:
    """What the word may sound like, by the table of rules."""
    found: set[str] = set()
    for spelling in _latin(word):
        parts = [spelling]
        if servant := SERVANT_JOINED.match(spelling):
            parts = ["abdul" + servant[2]]
        elif article := ARTICLE_JOINED.match(spelling):
            parts.append(article[1])
        found |= {sound for part in parts for sound in _by_rules(part)}
    return frozenset(found)


def _by_rules(spelling: str) -> set[str]:
    forms = {spelling}
    for each in RULES:
        forms = {result for form in forms for result in _applied(each, form)}
    return forms


def _applied(rule: Rule, form: str) -> Iterable[str]:
    if not rule.times:
        return [rule.pattern.sub(rule.results[0], form)]
    forms = {form}
    for _ in range(rule.times):
        forms = {
            rule.pattern.sub(result, each, count=1)
            for each in forms
            for result in (rule.results if rule.pattern.search(each) else ("",))
        }
    return forms


def _once(spelling: str, rules: Iterable[Rule]) -> str:
    for each in rules:
        spelling = each.pattern.sub(each.results[0], spelling)
    return spelling


def skeleton(sound: str) -> str:
    """The consonants as an Arabic word writes them, and whether it begins with a vowel."""
    consonants = re.sub(r"[aiuv]", "", sound)
    found = ("a" if sound[:1] in "aiu" else "") + consonants
    return _end(re.sub(r"(.)\1+", r"\1", found))


def _arabic_skeletons(word: str) -> set[str]:
    found = arabic_consonants(normal_arabic(word))
    return {_end(re.sub(r"(.)\1+", r"\1", each)) for each in found}


def _end(found: str) -> str:
    """As the rules of sound have it."""
    if len(found) > 1:
        found = re.sub(r"h$", "", found)
    return re.sub(r"b$", "p", re.sub(r"d$", "t", found))
