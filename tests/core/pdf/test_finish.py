"""Finished documents keep what they promise; the self-check notices when they do not."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdfua import validate
from pikepdf import Name
from weasyprint import HTML

from core.pdf.check import findings
from core.pdf.engine import VARIANT
from core.pdf.fetcher import SCHEME, OwnFiles
from core.pdf.finish import finish, structure
from core.pdf.fonts import STATIC, warm_fonts
from tests.core.pdf.papers import FRAME, paper, text_of

ROW = "<tr><th scope=row>Zeile {}</th><td>Inhalt {}</td></tr>"
BODY = (
    "<h1>Papier</h1><table><thead><tr><th scope=col>Bereich</th><th scope=col>Lage</th></tr></thead><tbody>"
    + "".join(ROW.format(number, number) for number in range(90))
    + '</tbody></table><p><a href="https://example.org/">Verweis</a></p>'
    + '<svg viewBox="0 0 9 9"><title>Eine Brücke</title><path d="M0 0h9"/></svg>'
)


@pytest.fixture(scope="module")
def document() -> bytes:
    return paper(BODY)


def test_document_has_no_findings(document: bytes) -> None:
    assert findings(document) == []


def test_independent_checker_agrees(document: bytes, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(document)
    assert [finding.message for finding in validate(str(file)).findings] == []


def test_raw_document_has_the_known_gaps() -> None:
    page = HTML(string=FRAME.format(BODY), base_url=SCHEME, url_fetcher=OwnFiles(STATIC))
    said = " ".join(findings(page.write_pdf(font_config=warm_fonts(), pdf_variant=VARIANT)))
    for gap in ("PDF/UA-1", "heads a column or a row", "no list of names", "belongs to no tag"):
        assert gap in said


def test_header_cells_say_what_they_head(document: bytes) -> None:
    with pikepdf.open(BytesIO(document)) as pdf:
        scopes = [str(cell.A.Scope) for cell in structure(pdf) if cell.S == Name.TH]
    assert scopes.count("/Row") == 90
    assert set(scopes) == {"/Row", "/Column"}


def test_page_furniture_is_seen_but_not_read_aloud(document: bytes) -> None:
    with pikepdf.open(BytesIO(document)) as pdf:
        assert len(pdf.pages) > 2
        for page in pdf.pages:
            assert page.Contents.read_bytes().count(b"/Type /Pagination") >= 3
    assert text_of(document).count("Stelle Fuß") == 4
    assert "Seite 3 von 4" in text_of(document)


def test_file_says_what_it_is_and_nothing_more(document: bytes) -> None:
    with pikepdf.open(BytesIO(document)) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer"}
        assert pdf.Root.Lang == "de"
    assert packet.count("<rdf:RDF") == 1
    for mark in ('pdfuaid:part="1"', 'pdfaid:part="3"', 'pdfaid:conformance="A"', "pdfaExtension:schemas"):
        assert mark in packet
    for leak in ("pikepdf", "ModifyDate", "MetadataDate", "file:", "/static"):
        assert leak not in packet


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda pdf: pdf.Root.__delattr__("Lang"), "no language"),
        (lambda pdf: pdf.docinfo.__delitem__("/Title"), "no title"),
        (lambda pdf: pdf.Root.MarkInfo.__delattr__("Marked"), "no tags"),
        (lambda pdf: pdf.Root.__delattr__("OutputIntents"), "no output intent"),
        (lambda pdf: pdf.Root.ViewerPreferences.__delattr__("DisplayDocTitle"), "file's name"),
        (lambda pdf: pdf.Root.Metadata.write(b"<x/>"), "does not say that it follows PDF/A-3."),
        (lambda pdf: element(pdf, Name.Figure).__delattr__("Alt"), "no text that says what it shows"),
        (lambda pdf: element(pdf, Name.TH).A.__delattr__("Scope"), "heads a column or a row"),
        (
            lambda pdf: element(pdf, Name.TD).A.__setattr__("Headers", [pikepdf.String("none")]),
            "does not exist",
        ),
        (lambda pdf: pdf.pages[-1].Annots[0].__delattr__("Contents"), "has no text"),
        (lambda pdf: pdf.pages[-1].Annots[0].__setattr__("F", 0), "is not printed"),
        (lambda pdf: font(pdf).__delattr__("ToUnicode"), "cannot be read by machines"),
        (
            lambda pdf: font(pdf).DescendantFonts[0].FontDescriptor.__delattr__("FontFile2"),
            "is not in the file",
        ),
        (lambda pdf: font(pdf).__setattr__("Encoding", Name("/Other")), "has no shape"),
    ],
)
def test_self_check_notices(document: bytes, damage: Callable[[pikepdf.Pdf], None], said: str) -> None:
    with pikepdf.open(BytesIO(document)) as pdf:
        damage(pdf)
        damaged = BytesIO()
        pdf.save(damaged)
    assert said in " ".join(findings(damaged.getvalue()))


def element(pdf: pikepdf.Pdf, kind: Name) -> pikepdf.Object:
    return next(found for found in structure(pdf) if found.S == kind)


def font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def test_same_page_twice_is_the_same_file() -> None:
    page = HTML(string=FRAME.format("<p>Text</p>"), base_url=SCHEME, url_fetcher=OwnFiles(STATIC))
    raw = page.write_pdf(font_config=warm_fonts(), pdf_variant=VARIANT)
    assert finish(raw) == finish(raw)
