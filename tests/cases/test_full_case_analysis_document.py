"""The case analysis in full on paper: every section, a list of contents that is right, no sheet left almost empty."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.utils.translation import override
from pdfua import validate
from pypdf import PdfReader

from cases.reports.case_analysis_document import CaseAnalysisDocument, NamedBreakPoint, ProposalLine
from cases.reports.way import BreakPointLine, JourneyLine
from core.pdf.check import findings
from core.pdf.render import render_pdf
from tests.cases.analysis_samples import ARABIC, RICH
from tests.core.pdf.papers import text_of

STEP = JourneyLine(
    when="05.2025",
    what="Das Jobcenter verlangt einen Bescheid über Prüfungen, bevor es über die Förderung entscheidet.",
    from_name="Jobcenter Lippe",
    to_name="die Person",
    days=86,
    cost="zwei Übersetzungen, 94 Euro",
    life_area="work",
    agency="Integrationszentrum",
)
BREAK = NamedBreakPoint(
    line=BreakPointLine(
        interface="Straßenverkehrsamt → Jobcenter",
        from_kind="road_traffic_office",
        to_kind="jobcentre",
        category="Informationsverlust",
        what_happened="Es gibt keinen Weg für die Nachricht, dass ein Verfahren läuft.",
        effect="Anhörung, Vertrauensverlust; eine Zusage war in Gefahr.",
        days_lost=41,
        would_have_helped="Mitteilung mit Einwilligung gleich beim Antrag.",
        caught_by="Anruf der Beratungsstelle",
        found_on=date(2026, 9, 1),
        life_area="work",
        agency="Integrationszentrum",
    ),
    classification="generatives Thema",
    workgroup="Mobilität",
    note="Merkblatt je Herkunftsstaat",
)
FULL = replace(
    RICH,
    version=3,
    second_look="Paula Niewald, 16.09.2026, Fassung 2",
    interviews=("Gespräch vom 12.09.2026", "Gespräch vom 02.08.2026"),
    steps=(STEP,) * 6,
    break_points=(BREAK,) * 4,
    worked="Der Anruf zwischen Sozialamt und Jobcenter am Tag der Zustellung.",
    case_or_theme="Die Lücke trifft jede Person, die den Rechtskreis wechselt.",
    sharing_wish="Die Ausländerbehörde soll nichts aus den Gesprächen erfahren.",
    proposal=ProposalLine(
        question="Wer bezahlt die Prüfungen?",
        aim="Eine Kostenzusage vor dem Termin",
        agencies="Jobcenter, Straßenverkehrsamt",
        minutes=25,
        naming="pseudonymisiert",
    ),
)
FULL_ARABIC = replace(
    FULL,
    person_name=ARABIC.person_name,
    own_words=ARABIC.own_words,
    worked=ARABIC.own_words,
    break_points=(replace(BREAK, line=replace(BREAK.line, what_happened=ARABIC.own_words)),) * 4,
)


def made(document: CaseAnalysisDocument) -> bytes:
    with override("de"):
        title = document.file_title
    return render_pdf("pdf/case_analysis.html", {"document": document}, title=title)


def sheets(pdf: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]


def read(pdf: bytes, directory: Path, *how: str) -> str:
    """The text as a reader's program takes it out."""
    file = directory / "paper.pdf"
    file.write_bytes(pdf)
    command = ["pdftotext", *how, str(file), "-"]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize("document", [FULL, FULL_ARABIC], ids=["full", "arabic"])
def test_full_analysis_keeps_its_promises(document: CaseAnalysisDocument, tmp_path: Path) -> None:
    pdf = made(document)
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    assert findings(pdf) == []
    assert [finding.message for finding in validate(str(file)).findings] == []
    assert 3 <= len(sheets(pdf)) <= 8


def test_every_new_section_stands_there() -> None:
    text = text_of(made(FULL)).replace("\N{NO-BREAK SPACE}", " ")
    line, proposal = BREAK.line, FULL.proposal
    assert proposal is not None
    for part in (STEP.what, STEP.cost, line.what_happened, line.effect, line.would_have_helped, BREAK.note):
        assert part in text
    for part in (FULL.worked, FULL.case_or_theme, FULL.sharing_wish, proposal.question, proposal.aim):
        assert part in text
    assert "Paula Niewald" in text
    assert "516" in text  # days on the way together


def test_contents_name_the_sheet_that_a_section_stands_on(tmp_path: Path) -> None:
    pages = read(made(FULL), tmp_path, "-layout").split("\f")
    with override("de"):
        sections = [name for _anchor, name in FULL.contents]
    assert len(sections) == 12
    for name in sections[3:]:
        found = re.search(re.escape(name) + r"[ .]*(\d)", pages[0])
        assert found, name
        number = int(found[1])
        # On the first sheet it stands in the list as well.
        assert pages[number - 1].count(name) > (number == 1)


def test_a_short_analysis_has_no_list_of_contents() -> None:
    short = replace(FULL, rows=(), steps=(), break_points=(), occasion="", own_words="Kurz")
    assert not short.has_contents
    assert "Inhalt" not in sheets(made(short))[0]


@pytest.mark.parametrize("number", range(3, 12))
def test_no_last_sheet_is_left_for_a_few_lines(number: int) -> None:
    """Whatever the length: the last sheet holds more than a row and the closing line, or is well saved."""
    last = sheets(made(replace(FULL, steps=(STEP,) * number)))[-1]
    assert len(last) > 600


def test_arabic_words_are_read_in_their_order(tmp_path: Path) -> None:
    text = read(made(FULL_ARABIC), tmp_path)
    for word in ("سلمى", "لقد", "أخبرت", "مكتب"):
        assert word in text
    assert "ﻟ" not in text  # no shaped letters in place of the written ones
