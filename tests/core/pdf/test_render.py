"""A template becomes a document in the reader's language."""

import gc
from io import BytesIO

import pikepdf
from django.utils.translation import get_language, override

from core.pdf.fonts import forget_fonts, warm_fonts
from core.pdf.render import render_pdf


def test_title_and_language_are_those_asked_for() -> None:
    with override("de"):
        document = render_pdf("pdf/base.html", {}, title="Paper <LIP-2026-0042> & more", lang="en")
        assert get_language() == "de"
    with pikepdf.open(BytesIO(document)) as pdf:
        assert pdf.docinfo.Title == "Paper <LIP-2026-0042> & more"
        assert pdf.Root.Lang == "en"


def test_only_shipped_fonts_are_used() -> None:
    document = render_pdf("pdf/base.html", {}, title="Papier")
    with pikepdf.open(BytesIO(document)) as pdf:
        names = {str(font.BaseFont).split("+")[1] for font in pdf.pages[0].Resources.Font.values()}
    assert names <= {"Fira-Sans", "Fira-Sans-Semi-Bold"}


def test_unpacked_fonts_are_kept_until_the_process_ends() -> None:
    render_pdf("pdf/base.html", {}, title="Papier")
    folder = warm_fonts()._folder
    assert any(folder.iterdir())
    render_pdf("pdf/base.html", {}, title="Papier")
    assert warm_fonts()._folder == folder
    forget_fonts()
    gc.collect()
    assert not folder.exists()
