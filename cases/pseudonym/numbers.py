"""Numbers, telephones and addresses that lead to a file or to a door."""

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from cases.pseudonym.trace import Trace, TraceKind

MAIL = re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(r"(?<![\w/.,-])(?:\+\d{1,3}|0\d)[\d\s/()–-]{5,}\d(?!\d)")
CASE_NUMBER = re.compile(r"\b[A-Z]{2,4}\s?[-–—_/]\s?\d{4}\s?[-–—_/]\s?\d{3,}\b")
LABELLED = re.compile(
    r"(?:\bAZR|\bAz|\bAktenzeichen|\bAkte|\bZeichen|\bFallnummer|\bGeschäftszeichen|\bIBAN|\b(?:BG|Kunden|Pass|Reisepass|Ausweis|Akten|Versicherungs|"
    r"Sozialversicherungs|Personen|Steuer|Mitglieds|Antrags|Vorgangs)-?\s?(?:nummer|nr|id))\b[.:]?\s*"
    r"(?:Nummer|Nr\.?|lautet|ist|:)?\s*"
    r"(?P<number>(?=[^\s]*\d|[A-Z]+\s\d)[A-Z\d](?:[\w./-]|\s(?=[\d]|[A-Z]\b|[A-Z]{2,3}\s\d)){2,40})",
    re.IGNORECASE,
)
CERTAIN = [
    re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[\dA-Z]{4}){3,7}(?:\s?[\dA-Z]{1,3})?\b"),
    re.compile(r"\b\d{2}\s?\d{6}\s?[A-Z]\s?\d{3}\b"),
    re.compile(r"\b[A-Z]{1,2}\s?\d{6,8}\b"),
    re.compile(r"(?<![\d.,])\d(?:[ .\-/]?\d){8,14}(?![\d.,]\d)"),
]
PERHAPS = re.compile(
    r"(?<![\w.,/-])(?:\d{5,8}|\d{1,6}(?:[-/]\d{1,6}){1,4}|[A-Z]{1,4}[-/ ]?\d{3,}(?:[-/]\d+)*)"
    r"(?![\w/-])(?!\s?(?:€|Euro|EUR|Prozent|%))"
)
YEARS = re.compile(r"(?:19|20)\d{2}/(?:\d{2}|(?:19|20)\d{2})$")
# A few words that stand before a number in a law or a form of address, and no file.
NO_FILE = re.compile(r"(?:§+|Abs\.|Nr\.|Art\.|SGB|Klasse|Punkt)\s*$")

ROAD = r"(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|damm|wall|berg|hof|kamp|feld)"
SIZES = "Lange|Alte|Neue|Große|Kleine|Obere|Untere|Hohe"
BEFORE_ROAD = rf"(?:(?:Am|Auf|An|Im|In|Zum|Zur|Unter|Hinter|{SIZES})\s(?:der\s|dem\s|den\s)?)?"
STREET_WITH_NUMBER = re.compile(
    rf"\b{BEFORE_ROAD}[\w-]*(?:{ROAD}|\s(?:Straße|Strasse|Str\.|Weg|Platz|Allee))"
    rf"\s\d{{1,4}}(?:\s?[a-z]\b)?(?!\d)",
    re.IGNORECASE,
)
STREET_ALONE = re.compile(
    rf"\b(?:(?:{SIZES}|[A-ZÄÖÜ][a-zäöüß]+er)\s(?:Straße|Weg|Platz|Allee)"
    r"|[A-ZÄÖÜ][a-zäöüß-]{2,}(?:straße|strasse|str\.|platz|allee|gasse))(?!\w)"
)
NO_STREET = re.compile(
    r"(?:Arbeits|Ausbildungs|Kurs|Schul|Kita|Kinder|Studien|Praktikums|Therapie|Betreuungs|Bau)platz|Straßenverkehr"
)
POSTAL_CODE = re.compile(r"(?<![\d/-])(?:D-)?3[23]\d{3}(?=\s+[A-ZÄÖÜ])")
AGE = re.compile(r"\b(\d{1,2})(?:[- ]?jährige[nrs]?\b|\s+Jahre\s+alt\b)", re.IGNORECASE)


def contacts(text: str, telephones: Iterable[str]) -> Iterator[Trace]:
    """Mail addresses, the telephones that are known, and whatever is dialled."""
    for match in MAIL.finditer(text):
        yield Trace(match.start(), match.end(), TraceKind.CONTACT, _("[e-mail]"))
    for telephone in telephones:
        for match in _spaced(telephone, text):
            yield Trace(match.start(), match.end(), TraceKind.CONTACT, _("[telephone]"))
    for match in TELEPHONE.finditer(text):
        if sum(letter.isdigit() for letter in match.group()) >= 7:
            yield Trace(match.start(), match.end(), TraceKind.CONTACT, _("[telephone]"))


def known_numbers(text: str, numbers: Iterable[str]) -> Iterator[Trace]:
    """The case's number, file numbers of the agencies, however they are spaced."""
    for number in numbers:
        for match in _spaced(number, text):
            yield Trace(match.start(), match.end(), TraceKind.NUMBER, _("[file number]"))


def numbers_of_files(text: str) -> Iterator[Trace]:
    """Whatever is called a file number, or can be nothing else."""
    for match in CASE_NUMBER.finditer(text):
        yield Trace(match.start(), match.end(), TraceKind.NUMBER, _("[file number]"))
    for match in LABELLED.finditer(text):
        yield Trace(match.start("number"), match.end("number"), TraceKind.NUMBER, _("[number]"))
    for pattern in CERTAIN:
        for match in pattern.finditer(text):
            yield Trace(match.start(), match.end(), TraceKind.NUMBER, _("[number]"))


def perhaps_numbers(text: str) -> Iterator[Trace]:
    """Longer numbers that may lead to a file."""
    for match in PERHAPS.finditer(text):
        if not YEARS.match(match.group()) and not NO_FILE.search(text[: match.start()]):
            yield Trace(match.start(), match.end(), TraceKind.PERHAPS_NUMBER)


def addresses(text: str, streets: Iterable[str]) -> Iterator[Trace]:
    """The known address, streets with a number, postal codes of the region."""
    for street in streets:
        for match in _spaced(street, text):
            yield Trace(match.start(), match.end(), TraceKind.ADDRESS, _("[address]"))
    for match in STREET_WITH_NUMBER.finditer(text):
        yield Trace(match.start(), match.end(), TraceKind.ADDRESS, _("[address]"))
    for match in POSTAL_CODE.finditer(text):
        yield Trace(match.start(), match.end(), TraceKind.ADDRESS, _("[postal code]"))


def streets_alone(text: str) -> Iterator[Trace]:
    """Streets without a number."""
    for match in STREET_ALONE.finditer(text):
        if not NO_STREET.search(match.group()):
            yield Trace(match.start(), match.end(), TraceKind.OTHER_PLACE)


def ages(text: str) -> Iterator[Trace]:
    """Somebody's age in years."""
    for match in AGE.finditer(text):
        yield Trace(match.start(), match.end(), TraceKind.AGE)


def _spaced(known: str, text: str) -> Iterator[re.Match[str]]:
    """Where the known number stands, with other signs between its letters."""
    letters = [re.escape(letter) for letter in known if letter.isalnum()]
    if len(letters) < 4:
        return iter(())
    return re.finditer(r"(?<!\w)" + r"[\s./()_–—-]{0,3}".join(letters) + r"(?!\w)", text, re.IGNORECASE)
