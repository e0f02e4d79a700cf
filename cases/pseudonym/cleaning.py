"""A text with what is known replaced, and what else in it may tell who it is about."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.utils.text import normalize_newlines

from cases.pseudonym import days, names, numbers, places
from cases.pseudonym.facts import KnownFacts
from cases.pseudonym.legible import legible
from cases.pseudonym.trace import Trace, TraceKind

CONTEXT = 40
OTHER_SCRIPT = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0530-\u06ff\u0700-\u08ff\u1200-\u139f\u10a0-\u10ff\u0900-\u0dff]{3,}"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A trace as the page shows it: in which section, the words around it, why, and what becomes of it."""

    section: str
    anchor: str
    kind: TraceKind
    before: str
    found: str
    after: str
    replacement: str | None

    @property
    def why(self) -> str:
        """For people."""
        return str(self.kind.label)


@dataclass(slots=True)
class Cleaner:
    """Reads one text after the other, and remembers what it found."""

    facts: KnownFacts
    findings: list[Finding] = field(default_factory=list)

    def clean(self, text: str, *, section: str, anchor: str = "") -> str:
        """The text as it may stand in the paper."""
        text = legible(normalize_newlines(text))
        for trace in (found := traces(text, self.facts)):
            self.findings.append(_finding(text, trace, section=section, anchor=anchor))
        return replaced(text, found)

    @property
    def replaced(self) -> list[Finding]:
        """What does not stand in the paper."""
        return [finding for finding in self.findings if finding.replacement is not None]

    @property
    def left(self) -> list[Finding]:
        """What stays, and somebody should look at; what may be a file or a name first."""
        return [finding for finding in self.findings if finding.replacement is None]


def traces(text: str, facts: KnownFacts) -> list[Trace]:
    """In their order, none over another; what is known goes before what is suspected."""
    found: list[Trace] = []
    for look in _looks(text, facts):
        for trace in look():
            if trace.start < trace.end and not any(trace.overlaps(other) for other in found):
                found.append(trace)
    return sorted(found, key=lambda trace: trace.start)


def replaced(text: str, found: list[Trace]) -> str:
    """The text with what is known replaced; two that only a space parts are one."""
    parts: list[str] = []
    position = 0
    for trace in found:
        if trace.replacement is None:
            continue
        between = text[position : trace.start]
        if not (parts and parts[-1] == trace.replacement and between.strip(" -'’\xa0") == ""):
            parts += [between, trace.replacement]
        position = trace.end
    return "".join([*parts, text[position:]])


def _looks(text: str, facts: KnownFacts) -> Iterator[Callable[[], Iterator[Trace]]]:
    yield lambda: numbers.known_numbers(text, facts.numbers)
    yield lambda: _agencies(text, facts)
    yield lambda: days.birth(text, facts.birth)
    yield lambda: days.days(text)
    yield lambda: numbers.contacts(text, facts.telephones)
    yield lambda: numbers.addresses(text, facts.streets)
    yield lambda: numbers.numbers_of_files(text)
    yield lambda: names.known_names(text, facts.names)
    yield lambda: names.names_of_staff(text, facts.staff)
    yield lambda: names.names_of_relatives(text, facts.relatives)
    yield lambda: places.own_place(text, facts.municipality, region=places.region_told(facts))
    yield lambda: names.perhaps_names(text, facts.names)
    yield lambda: places.other_places(text)
    yield lambda: numbers.streets_alone(text)
    yield lambda: places.rare_origins(text)
    yield lambda: numbers.perhaps_numbers(text)
    yield lambda: numbers.ages(text)
    yield lambda: _other_script(text)


def _agencies(text: str, facts: KnownFacts) -> Iterator[Trace]:
    for name, kind in sorted(facts.agencies, key=lambda each: len(each[0]), reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield Trace(match.start(), match.end(), TraceKind.AGENCY, kind)


def _other_script(text: str) -> Iterator[Trace]:
    if match := OTHER_SCRIPT.search(text):
        yield Trace(match.start(), match.end(), TraceKind.OTHER_SCRIPT)


def _finding(text: str, trace: Trace, *, section: str, anchor: str) -> Finding:
    before = text[max(0, trace.start - CONTEXT) : trace.start]
    after = text[trace.end : trace.end + CONTEXT]
    return Finding(
        section=section,
        anchor=anchor,
        kind=trace.kind,
        before=("…" if trace.start > CONTEXT else "") + before,
        found=text[trace.start : trace.end],
        after=after + ("…" if trace.end + CONTEXT < len(text) else ""),
        replacement=trace.replacement,
    )
