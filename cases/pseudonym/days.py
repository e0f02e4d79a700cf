"""Days in all the ways they are written; a month stays, because a case without any time tells nothing."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cases.pseudonym.trace import Trace, TraceKind

MONTHS = [
    ("januar", "jänner", "january", "jan"),
    ("februar", "february", "feb"),
    ("märz", "maerz", "march", "mär", "mrz"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
]
NUMBER_OF_MONTH = {name: number for number, names in enumerate(MONTHS, start=1) for name in names}
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
MONTH = r"(?P<name>" + "|".join(sorted(NUMBER_OF_MONTH, key=len, reverse=True)) + r")\b\.?"
NUMERAL = rf"(?P<name>{'|'.join(ROMAN)})"
NUMBER_OF_MONTH |= {numeral: number for number, numeral in enumerate(ROMAN, start=1)}
YEAR = r"(?P<year>\d{4}|\d{2})"
# The first day of a span goes with its last one: 12. bis 14. Februar.
SOME_YEAR = r"(?:\s?(?P<year>\d{4}))?"
SPAN = r"(?:\d{1,2}\.?(?:\s?\d{1,2}\.)?\s?(?:[-–]|bis|und|to)\s?)?"
PATTERNS = [
    re.compile(r"(?<!\d)(?P<year>\d{4})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})(?!\d)"),
    re.compile(rf"(?<![\d§]){SPAN}(?P<day>\d{{1,2}})\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?{YEAR}(?!\d)"),
    re.compile(rf"(?<![\d§])(?P<day>\d{{1,2}})\s?[./-]\s?{NUMERAL}\s?[./-]\s?{YEAR}(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d){SPAN}(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?\s?{MONTH},?{SOME_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<year>\d{{4}}))?", re.IGNORECASE),
    re.compile(rf"(?<![\d§.]){SPAN}(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.(?!\d)"),
]  # fmt: skip
CITED = re.compile(r"(?:§+|Abs\.|Nr\.|Kap\.|Kapitel|Punkt|Ziffer|Satz)\s*$")
BORN = re.compile(
    r"(?:\bgeb(?:oren|\.)?|\*|Geburtsdatum:?|Geburtstag:?)(?:\s+(?:am|ist|im|in))?\s*$", re.IGNORECASE
)
BIRTH_YEAR = re.compile(
    r"(?:\bgeb(?:oren|\.)|\*|\bborn|\bJahrgang|Geburtsjahr:?)\s*(?:im Jahr\s+|in\s+|im\s+|ist\s+)?"
    r"((?:\d{1,2}\s?[./]\s?)?(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
# "Am 3. März" becomes "im März".
ON = re.compile(r"\b(?:am|on)\s+$", re.IGNORECASE)
PIVOT = 50


def birth(text: str, known: str) -> Iterator[Trace]:
    """The day, month or year of birth, where it is called so or is the one that is known."""
    for match in BIRTH_YEAR.finditer(text):
        yield Trace(match.start(1), match.end(1), TraceKind.BIRTH, _("[year of birth]"))
    for trace, iso in _days(text):
        if BORN.search(text[: trace.start]) or (known and iso and _is_part(iso, known)):
            yield Trace(trace.start, trace.end, TraceKind.BIRTH, _("[date of birth]"))
    if known:
        year = known[:4]
        numeric, name = r"(?:\d{1,2}\s?[./-]\s?){1,2}", rf"(?:{'|'.join(NUMBER_OF_MONTH)})\.?\s"
        pattern = rf"(?<![\d.,/-])(?:{numeric}|{name})?{year}(?:-\d{{1,2}}){{0,2}}(?![\d/])"
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield Trace(match.start(), match.end(), TraceKind.BIRTH, _("[year of birth]"))


def days(text: str) -> Iterator[Trace]:
    """Days, each with its month in its place."""
    return (trace for trace, _iso in _days(text))


def _days(text: str) -> Iterator[tuple[Trace, str]]:
    for pattern in PATTERNS:
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = NUMBER_OF_MONTH.get((found.get("name") or "").casefold()) or int(found.get("month") or 0)
            if not (1 <= month <= 12 and 1 <= int(found["day"]) <= 31) or CITED.search(text[: match.start()]):
                continue
            year = _year(found.get("year"))
            shown = date_format(date(year or 2000, month, 1), "F Y" if year else "F")
            start = match.start()
            if before := ON.search(text[:start]):
                in_month = _("in %(month)s") % {"month": shown}
                begins = before.group()[0].isupper()
                start, shown = before.start(), in_month[0].upper() + in_month[1:] if begins else in_month
            iso = f"{year:04d}-{month:02d}-{int(found['day']):02d}" if year else ""
            yield Trace(start, match.end(), TraceKind.DAY, shown), iso


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written)
    if len(written) == 2:
        return year + (2000 if year < PIVOT else 1900)
    return year if 1 <= year <= 9999 else None


def _is_part(iso: str, known: str) -> bool:
    return iso.startswith(known) and len(known) > len("1994")
