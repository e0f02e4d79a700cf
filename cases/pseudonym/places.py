"""Places of Kreis Lippe and countries of origin; the region may be told, the place may not."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel import Locale

from cases.pseudonym.facts import KnownFacts
from cases.pseudonym.trace import Trace, TraceKind

CATALOGUE = Path(__file__).parent.parent / "catalogue"
# They are words as well: a place only where it is spoken of as one.
ALSO_WORDS = frozenset(
    {"Lage", "Horn", "Heiden", "Brake", "Wüsten", "Müssen", "Belle", "Schlangen", "Talle", "Erder"}
)
AS_A_PLACE = r"(?:in|nach|aus|bei|von|Stadt|Gemeinde|Ortsteil|Raum|Kommune|wohnhaft|Rathaus)\s+"
WHOLE_REGION = "Kreis Lippe"
HOME = "DE"
DEMONYM = r"i?(?:isch\w*|(?:an|en|in)?er(?:in(?:nen)?|n|s)?|n?es(?:e|en|in|innen|isch\w*)|i|is|n|ns)?"
SHORTEST_STEM = 4


def region_of(municipality: str) -> str:
    """The region that may be told instead; the whole Kreis where the place is not in it or not known."""
    return next((name for name, towns in _regions().items() if municipality in towns), WHOLE_REGION)


def region_told(facts: KnownFacts) -> str:
    """What the paper tells of the place; of a person with an information block nothing but the Kreis."""
    return WHOLE_REGION if facts.blocked else region_of(facts.municipality)


def own_place(text: str, municipality: str, *, region: str) -> Iterator[Trace]:
    """The person's municipality and its parts, for which the region stands."""
    if not municipality:
        return
    districts = next((towns[municipality] for towns in _regions().values() if municipality in towns), [])
    for place in (municipality, *districts):
        for match in _place(place).finditer(text):
            yield Trace(match.start("place"), match.end("place"), TraceKind.PLACE, f"[{region}]")


def other_places(text: str) -> Iterator[Trace]:
    """The other places of Kreis Lippe; one may be where an agency has its office."""
    for towns in _regions().values():
        for town, districts in towns.items():
            for place in (town, *districts):
                for match in _place(place).finditer(text):
                    yield Trace(match.start("place"), match.end("place"), TraceKind.OTHER_PLACE)


def rare_origins(text: str) -> Iterator[Trace]:
    """Countries, and words for their people and languages, that are not among the frequent ones."""
    for match in _countries().finditer(text):
        yield Trace(match.start(), match.end(), TraceKind.RARE_ORIGIN)


@cache
def _regions() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = json.loads((CATALOGUE / "lippe_regions.json").read_text("utf-8"))
    return found


@cache
def _place(name: str) -> re.Pattern[str]:
    before = AS_A_PLACE if name in ALSO_WORDS else r"(?<!\w)"
    written = "|".join(
        re.escape(each).replace(r"\ ", r"\s+").replace(r"\-", r"[-–\s]") for each in (name, name.upper())
    )
    # In capitals as forms write it, in small letters as a telephone does, unless that is a word of the language.
    letters = re.NOFLAG if name in ALSO_WORDS else re.IGNORECASE
    return re.compile(rf"{before}(?P<place>(?:{written})(?:s|er|ern|erin|S|ER)?)(?!\w)", letters)


@cache
def _countries() -> re.Pattern[str]:
    frequent = json.loads((CATALOGUE / "frequent_origins.json").read_text("utf-8"))["states"]
    names = {
        name
        for code, name in Locale("de").territories.items()
        if len(code) == 2 and code not in {*frequent, HOME} and name.replace("-", "").isalpha()
    }
    stems = sorted({re.escape(_stem(name)) for name in names}, key=len, reverse=True)
    whole = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:(?:{'|'.join(whole)})s?|(?i:{'|'.join(stems)}){DEMONYM})(?!\w)")


def _stem(name: str) -> str:
    """Eritre-a, Gambi-a, Somali-a: what the words for people and language begin with."""
    stem = re.sub(r"(?:ien|ia|a|e|en|n)$", "", name)
    return stem if len(stem) >= SHORTEST_STEM else name
