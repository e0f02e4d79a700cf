"""A file with agencies: read as spreadsheets write it, checked line by line, and compared with what is there."""

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from django.utils.translation import gettext as _

from agencies.agency_entry import COLUMNS
from agencies.forms.agency_row import AgencyRowForm
from agencies.models import Agency
from core.refusal import Refusal

HEADINGS = ("carrier", "agency", "short_name", "kind", "legal_kind", "duty_to_report_87", "place")
ROWS_AT_MOST = 500
SPACES = re.compile(" {2,}")
BYTES_AT_MOST = 1024 * 1024
NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
# A spreadsheet would take such a cell for a formula when somebody opens an export of ours.
FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Change:
    """One column of an agency, before and after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it says, and what it would do."""

    line: int
    values: dict[str, str | bool]
    agency: Agency | None
    changes: list[Change]

    @property
    def state(self) -> str:
        """New, changed or unchanged."""
        if self.agency is None:
            return NEW
        return CHANGED if self.changes else UNCHANGED


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a line cannot be taken over."""

    line: int
    sentence: str


@dataclass(slots=True)
class AgencyFile:
    """All lines; only a file without problems is taken over."""

    text: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def fingerprint(self) -> str:
        """What was shown before; if it is another one now, somebody has changed an agency in the meantime."""
        said = repr([(row.state, row.values, row.changes) for row in self.rows])
        return hashlib.sha256(said.encode()).hexdigest()

    def count(self, state: str) -> int:
        """How many lines would do this."""
        return sum(row.state == state for row in self.rows)

    @property
    def rows_by_state(self) -> list[Row]:
        """What would change something first, each in the order of the file."""
        return sorted(self.rows, key=lambda row: row.state == UNCHANGED)

    @property
    def new_count(self) -> int:
        """Agencies to be added."""
        return self.count(NEW)

    @property
    def changed_count(self) -> int:
        """Agencies to be changed."""
        return self.count(CHANGED)


def text_of(content: bytes) -> str:
    """The text of a file, whichever of the usual encodings a spreadsheet has chosen.

    Raises Refusal for anything else.
    """
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Refusal(
        _("The file is no text in UTF-8 or Windows-1252. Please save it as CSV, UTF-8."), field="file"
    )


def read_agencies(text: str) -> AgencyFile:
    """The lines, checked and compared.

    Raises Refusal when it is no such table at all.
    """
    found = AgencyFile(text)
    check = _Check()
    for line, cells in _lines(text):
        sentences = check.refuse(cells)
        if sentences:
            found.problems += [Problem(line, sentence) for sentence in sentences]
        else:
            found.rows.append(check.row(line))
    if not found.rows and not found.problems:
        raise Refusal(_("The file holds no agency."), field="file")
    return found


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        _check_headings([cell.strip() for cell in next(reader, [])])
        count = 0
        for cells in reader:
            if any(cell.strip() for cell in cells):
                count += 1
                if count > ROWS_AT_MOST:
                    sentence = _("The file has too many lines, at most %(limit)d fit. Please divide it.")
                    raise Refusal(sentence % {"limit": ROWS_AT_MOST}, field="file")
                yield reader.line_num, [SPACES.sub(" ", cell.strip()) for cell in cells]
    except csv.Error as error:
        sentence = _("Line %(line)d cannot be read as CSV: perhaps a quotation mark is missing.")
        raise Refusal(sentence % {"line": reader.line_num}, field="file") from error


def _check_headings(headings: list[str]) -> None:
    if missing := [each for each in HEADINGS if each not in headings]:
        sentence = _("In the first line these columns are missing: %(columns)s.")
        raise Refusal(sentence % {"columns": ", ".join(missing)}, field="file")
    if tuple(headings) != HEADINGS:
        sentence = _("The first line must name exactly these columns, in this order: %(columns)s.")
        raise Refusal(sentence % {"columns": ", ".join(HEADINGS)}, field="file")


class _Check:
    """Each line by itself, against the agencies that are there, and against the lines before it."""

    def __init__(self) -> None:
        agencies = list(Agency.objects.select_related("carrier"))
        self.by_short_name = {each.short_name.casefold(): each for each in agencies}
        self.by_name = {each.name.casefold(): each for each in agencies}
        self.seen: dict[str, set[str]] = {"short_name": set(), "name": set()}
        self.form = AgencyRowForm()

    def refuse(self, cells: list[str]) -> list[str]:
        """What is wrong with a line."""
        if len(cells) != len(HEADINGS):
            sentence = _("The line has %(found)d cells instead of %(expected)d.")
            return [sentence % {"found": len(cells), "expected": len(HEADINGS)}]
        if formulas := [cell for cell in cells if cell.startswith(FORMULA)]:
            sentence = _("The cell “%(cell)s” begins like a formula. Please write plain text.")
            return [sentence % {"cell": cell[:40]} for cell in formulas]
        if any("\n" in cell or "\r" in cell for cell in cells):
            return [_("A cell contains a line break. Please write it in one line.")]
        self.form = AgencyRowForm(dict(zip(COLUMNS, cells, strict=True)))
        if not self.form.is_valid():
            fields = self.form.fields
            return [
                f"{fields[name].label}: {sentence}"
                for name, sentences in self.form.errors.items()
                for sentence in sentences
            ]
        return self._twice()

    def row(self, line: int) -> Row:
        """The line that has just been found right."""
        values = self.form.cleaned_data
        agency = self.by_short_name.get(values["short_name"].casefold())
        return Row(line, values, agency, self._changes(agency, values) if agency else [])

    def _twice(self) -> list[str]:
        values = self.form.cleaned_data
        short_name, name = values["short_name"].casefold(), values["name"].casefold()
        if short_name in self.seen["short_name"]:
            return [_("This short name stands in the file twice.")]
        if name in self.seen["name"]:
            return [_("This name stands in the file twice.")]
        named = self.by_name.get(name)
        if named is not None and named.short_name.casefold() != short_name:
            return [_("Another agency has this name: %(agency)s.") % {"agency": named.short_name}]
        self.seen["short_name"].add(short_name)
        self.seen["name"].add(name)
        return []

    def _changes(self, agency: Agency, values: dict[str, str | bool]) -> list[Change]:
        before = {column: getattr(agency, column) for column in COLUMNS} | {"carrier": agency.carrier.name}
        # A carrier is found by its name, whatever the capitals.
        if agency.carrier.name.casefold() == str(values["carrier"]).casefold():
            before["carrier"] = values["carrier"]
        return [
            Change(
                str(self.form.fields[column].label),
                self.form.shown(column, before[column]),
                self.form.shown(column, values[column]),
            )
            for column in COLUMNS
            if before[column] != values[column]
        ]
