"""The case analysis on paper: what it says, to whom, and that no text of a case breaks it."""

from dataclasses import FrozenInstanceError, replace
from io import BytesIO
from itertools import islice
from pathlib import Path

import pikepdf
import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from pdfua import validate
from pypdf import PdfReader

from cases.reports.case_analysis_document import AnalysisLine, CaseAnalysisDocument
from core.pdf.check import findings
from core.pdf.render import render_pdf
from tests.cases.analysis_samples import ARABIC, EXTRACT, RICH, UKRAINIAN
from tests.core.pdf.papers import text_of

HOSTILE = (
    "<b>fett</b> &lt; <script>alert(1)</script> <img src=file:///etc/passwd> 😀 👨‍👩‍👧 a\x00b "
    "\ud800 \u202efalsch\u202c \u2067offen \u200f\u200e 中文 \u2028Zeile\u2029 {{ document.number }} {% load x %} €"
)


def made(document: CaseAnalysisDocument) -> bytes:
    with override("de"):
        title = document.file_title
    return render_pdf("pdf/case_analysis.html", {"document": document}, title=title)


@pytest.mark.parametrize(
    "document", [RICH, EXTRACT, ARABIC, UKRAINIAN], ids=["rich", "extract", "arabic", "ukrainian"]
)
def test_document_keeps_its_promises(document: CaseAnalysisDocument, tmp_path: Path) -> None:
    pdf = made(document)
    file = tmp_path / "paper.pdf"
    file.write_bytes(pdf)
    assert findings(pdf) == []
    assert [finding.message for finding in validate(str(file)).findings] == []
    assert 2 <= len(PdfReader(BytesIO(pdf)).pages) <= 4


def test_everything_that_was_written_is_there() -> None:
    text = text_of(made(RICH)).replace("\u00a0", " ")
    for row in RICH.rows:
        for part in (row.life_area, row.situation, row.resources, row.need, row.agencies, row.deadline):
            assert part in text
    for part in (RICH.own_words, *RICH.goal_list, *RICH.occasion.split("\n\n")):
        assert part in text


def test_furniture_names_writer_reader_and_time() -> None:
    text = text_of(made(RICH))
    assert text.count("Tamara Bergmeier") == 3
    assert "23.11.2026, 8:20" in text
    assert text.count("14.09.2026") >= 3


def test_name_stands_in_the_document_but_not_about_it() -> None:
    pdf = made(RICH)
    assert RICH.person_name in text_of(pdf)
    with pikepdf.open(BytesIO(pdf)) as file:
        about = " ".join(map(str, file.docinfo.values())) + file.Root.Metadata.read_bytes().decode()
    assert "Al-Sayed" not in about
    assert "Bergmeier" not in about
    assert RICH.number in about
    assert RICH.agency in about


def test_effective_date_comes_before_the_printed_one() -> None:
    text = text_of(made(RICH))
    assert text.index("03.05.2027") < text.index("03.02.2027")


def test_extract_says_so_and_leaves_out_what_is_empty() -> None:
    text = text_of(made(EXTRACT))
    with override("de"):
        assert pgettext("case analysis", "Extract.") in text
        for heading in (_("Occasion"), _("Goals"), _("In her or his own words")):
            assert heading not in text
    assert "Sprache, Arbeit und Ausbildung, Finanzen und Leistungen, Mobilität" in text
    for hidden in ("Wohnen", "Gesundheit", "03.05.2027", "zwei Zusagen laufen ab"):
        assert hidden not in text


def test_extract_without_any_area_says_that() -> None:
    text = text_of(made(replace(EXTRACT, covered_areas=(), rows=())))
    with override("de"):
        assert (
            _("At present nothing in a life area is shared with %(reader)s.") % {"reader": "Jobcenter Lippe"}
            in text
        )
        assert _("Nothing is entered.") in text


@pytest.mark.parametrize("document", [ARABIC, UKRAINIAN], ids=["arabic", "ukrainian"])
def test_names_and_words_in_other_scripts_can_be_copied(document: CaseAnalysisDocument) -> None:
    text = text_of(made(document))
    for part in (document.person_name, *islice(document.own_words.split(), 5)):
        assert part in text


def test_hostile_text_is_text() -> None:
    rows = tuple(
        AnalysisLine(
            life_area=HOSTILE,
            situation=HOSTILE,
            resources=HOSTILE,
            need=HOSTILE,
            agencies=HOSTILE,
            deadline=HOSTILE,
        )
        for _number in range(2)
    )
    document = replace(
        RICH,
        number=HOSTILE,
        person_name=HOSTILE,
        title=HOSTILE,
        target_group=HOSTILE,
        origin=HOSTILE,
        languages=HOSTILE,
        agency=HOSTILE,
        reader_agency=HOSTILE,
        reader_name=HOSTILE,
        occasion=HOSTILE,
        own_words=HOSTILE,
        goals=HOSTILE,
        rows=rows,
    )
    pdf = made(document)
    text = text_of(pdf)
    assert findings(pdf) == []
    assert "<b>fett</b> &lt; <script>alert(1)</script>" in text
    assert "{{ document.number }} {% load x %} €" in text
    assert "falsch" in text
    assert "a�b" in text


def test_very_long_texts_stay_complete() -> None:
    long = " ".join(f"Wort{number:04d} Angelegenheit" for number in range(420))[:10_000]
    solid = "x" * 10_000
    row = AnalysisLine(
        life_area="Arbeit",
        situation=long,
        resources=solid,
        need=long,
        agencies=long[:300],
        deadline="x" * 120,
    )
    pdf = made(replace(RICH, title="x" * 160, occasion=long, own_words=long, goals=long, rows=(row,)))
    text = text_of(pdf)
    assert findings(pdf) == []
    assert all(text.count(f"Wort{number:04d}") == 5 for number in range(20, 400))
    assert text.count("x") >= 10_000 + 120 + 160


def test_title_of_the_file_follows_the_language() -> None:
    with override("en"):
        assert RICH.file_title == "Case analysis LIP-2026-0017, internal, as of 14.09.2026"
        assert "extract" in EXTRACT.file_title


def test_values_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        RICH.number = "LIP-2026-0018"  # type: ignore[misc]  # that it is refused is the point


def test_goals_are_told_apart_by_lines() -> None:
    assert replace(RICH, goals="• eins\n\n- zwei\n drei ").goal_list == ("eins", "zwei", "drei")


def test_quotation_stands_beside_only_when_both_are_short() -> None:
    assert RICH.quotation_beside
    assert not replace(RICH, own_words="a" * 241).quotation_beside
    assert not replace(RICH, occasion="a" * 901).quotation_beside
    assert not replace(RICH, occasion="").quotation_beside
