"""Names of the person, her relatives and whoever works on the case; and what may be one."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from cases.pseudonym.folding import ARABIC, consonants, folded, sound, spellings, without_ending, words
from cases.pseudonym.trace import Trace, TraceKind
from cases.romanised import romanised

# Parts of names that alone name nobody.
PARTICLES = frozenset(
    {"al", "el", "ul", "ud", "von", "van", "de", "da", "der", "den", "bin", "bint", "ibn", "abu", "ben"}
)
SHORT = 2
CERTAIN_IN_SMALL_LETTERS = 5
SOUNDING = 5
CONSONANTS_ENOUGH = 3
SHORTEST_JOINED = 3

TITLE = r"(?:Herrn?|Hr\.|Frau|Fr\.|Familie|Fam\.|Eheleute|Dr\.|Mr\.?|Mrs\.?|Ms\.?)"
KIN = r"(?:Tochter|Sohn|Söhne|Töchter|Bruder|Schwester|Ehefrau|Ehemann|Mutter|Vater|Cousine?|Onkel|Tante|Neffe|Nichte)"
# One word that a hyphen parts, at the end of a line or copied from there.
PARTED = re.compile(r"(?<!\w)([^\W\d_]+)-\s*([^\W\d_]+)(?!\w)")
# Letters that somebody has drawn apart.
SPACED = re.compile(r"(?<!\w)[^\W\d_](?:[\s._-]{1,3}[^\W\d_]){3,}(?!\w)")
INITIAL = re.compile(rf"\b{TITLE}\s+((?:[A-ZÄÖÜ]\.\s?){{1,3}})")
INITIALS_ALONE = re.compile(r"(?<![\w.])((?:[A-ZÄÖÜ]\.\s?){2,3})(?![a-zäöü])")
CAPITALISED = re.compile(r"[A-ZÄÖÜÀ-Þ][\w'’-]+")
# Given and family names, with what may stand between them.
RUN = rf"({CAPITALISED.pattern}(?:[ \xa0](?:(?:{'|'.join(sorted(PARTICLES))})[ -])*{CAPITALISED.pattern}){{0,3}})"
AFTER_TITLE = re.compile(rf"\b{TITLE}\s+(?:Dr\.\s+)?{RUN}")
AFTER_KIN = re.compile(rf"\b{KIN}\s+{RUN}")


class Names:
    """The names of some people, ready to be looked for."""

    def __init__(
        self, full_names: Iterable[str], kind: TraceKind, *, placeholder: str, by_sound: bool = True
    ) -> None:
        self.kind = kind
        self.placeholder = placeholder
        parts = {match.group() for name in full_names for match in words(name)}
        # Texts are German: a name recorded in Cyrillic or Ethiopic letters stands there in Latin ones.
        parts |= {latin for part in parts for latin in romanised(part.casefold()) if not ARABIC.search(part)}
        self.parts = {form for part in parts for form in spellings(part) if folded(part) not in PARTICLES}
        heard = [part for part in parts if len(folded(part)) >= SOUNDING and not ARABIC.search(part)]
        self.sounds = {sound(part) for part in heard} if by_sound else set()
        self.consonants = {found for part in parts if len(found := consonants(part)) >= CONSONANTS_ENOUGH}
        self.initials = {part[0].upper() for part in parts}

    def known(self, text: str) -> Iterator[Trace]:
        """Words that are one of the names, whatever their ending and spelling."""
        for match in words(text):
            if self._is_name(match.group(), after=text[: match.start()]):
                yield Trace(match.start(), match.end(), self.kind, self.placeholder)
        for match in PARTED.finditer(text):
            if self._is_name("".join(match.groups()), after=text[: match.start()]):
                yield Trace(match.start(), match.end(), self.kind, self.placeholder)
        for match in SPACED.finditer(text):
            if self._is_name(re.sub(r"[\s._-]", "", match.group()), after=text[: match.start()]):
                yield Trace(match.start(), match.end(), self.kind, self.placeholder)

    def initial(self, text: str) -> Iterator[Trace]:
        """Herr K., and K. T. alone, where the letters are hers."""
        for pattern in (INITIAL, INITIALS_ALONE):
            for match in pattern.finditer(text):
                if set(re.findall(r"[A-ZÄÖÜ]", match.group(1))) <= self.initials:
                    end = match.start(1) + len(match.group(1).rstrip())
                    yield Trace(match.start(1), end, self.kind, self.placeholder)

    def sounding(self, text: str) -> Iterator[Trace]:
        """Words with a capital that sound like one of the names."""
        for match in words(text):
            word = match.group()
            if word[0].isupper() and consonants(word) in self.consonants and len(word) > CONSONANTS_ENOUGH:
                yield Trace(match.start(), match.end(), TraceKind.SOUNDS_ALIKE)

    def _is_name(self, word: str, *, after: str) -> bool:
        titled = re.search(rf"{TITLE}\s+$", after) is not None
        if word[0].islower() and len(folded(word)) < CERTAIN_IN_SMALL_LETTERS:
            return False
        for bare in without_ending(word):
            forms = {form for form in spellings(bare) if len(form) > SHORT or titled}
            if forms & self.parts or any(self._are_joined(form) for form in forms):
                return True
            if len(folded(bare)) >= SOUNDING and word[0].isupper() and sound(bare) in self.sounds:
                return True
        return False

    def _are_joined(self, form: str) -> bool:
        """Two of the names, written as one word."""
        places = range(SHORTEST_JOINED, len(form) - SHORTEST_JOINED + 1)
        return any(form[:place] in self.parts and form[place:] in self.parts for place in places)


def known_names(text: str, names: Iterable[str]) -> Iterator[Trace]:
    """The person's own."""
    hers = Names(names, TraceKind.NAME, placeholder=_("[name]"))
    yield from hers.known(text)
    yield from hers.initial(text)


def names_of_relatives(text: str, names: Iterable[str]) -> Iterator[Trace]:
    """Those of her family."""
    yield from Names(names, TraceKind.RELATIVE, placeholder=_("[relative]")).known(text)


def names_of_staff(text: str, names: Iterable[str]) -> Iterator[Trace]:
    """Whole names, and family names alone; a first name alone may be anybody's."""
    placeholder = _("[member of staff]")
    for name in names:
        if pattern := _as_written(name):
            for match in pattern.finditer(text):
                yield Trace(match.start(), match.end(), TraceKind.STAFF, placeholder)
    last = [name.split()[-1] for name in names if name.split()]
    # There are many of them: by their sound too many other words would be taken for one.
    for trace in Names(last, TraceKind.STAFF, placeholder=placeholder, by_sound=False).known(text):
        if text[trace.start].isupper():
            yield trace


def perhaps_names(text: str, names: Iterable[str]) -> Iterator[Trace]:
    """What sounds like her name, and what stands where a name would stand."""
    yield from Names(names, TraceKind.NAME, placeholder="").sounding(text)
    for pattern in (AFTER_TITLE, AFTER_KIN):
        for match in pattern.finditer(text):
            yield Trace(match.start(1), match.end(1), TraceKind.PERHAPS_NAME)
            # Of a run in which one word is known the others remain.
            for word in CAPITALISED.finditer(text, match.start(1), match.end(1)):
                yield Trace(word.start(), word.end(), TraceKind.PERHAPS_NAME)
    for match in INITIAL.finditer(text):
        end = match.start(1) + len(match.group(1).rstrip())
        yield Trace(match.start(1), end, TraceKind.PERHAPS_NAME)


def _as_written(name: str) -> re.Pattern[str] | None:
    parts = [re.escape(part) for part in name.split()]
    return (
        re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?:s|['’]s?)?(?!\w)", re.IGNORECASE) if parts else None
    )
