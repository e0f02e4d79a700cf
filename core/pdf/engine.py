"""The typesetter: WeasyPrint with warm fonts, our own files only, and the finishing pass.

Imported on first use by render.py: WeasyPrint takes two seconds to import, and needs system libraries.
"""

from threading import Lock
from xml.etree.ElementTree import Element

from weasyprint import HTML
from weasyprint.document import Document, Page
from weasyprint.urls import FatalURLFetchingError

from core.pdf.fetcher import SCHEME, OwnFiles
from core.pdf.finish import finish
from core.pdf.fonts import STATIC, families, shapes, warm_fonts
from core.pdf.hyphens import install
from core.pdf.text import breakable, direction, printable

VARIANT = "pdf/a-3a"
# A last sheet filled less than this looks like a mistake.
NEXT_TO_NOTHING = 0.3
# Pango's font map, which the warm fonts live in, may be used by one thread at a time.
ONE_AT_A_TIME = Lock()


def typeset(html: str) -> bytes:
    """Make the finished PDF of a whole HTML page; raises FileNotFoundError when a file of ours is missing."""
    page = HTML(string=printable(html, shapes=shapes()), base_url=SCHEME, url_fetcher=OwnFiles(STATIC))
    prepare(page.etree_element)
    install()
    try:
        with ONE_AT_A_TIME:
            raw = _laid_out(page).write_pdf(pdf_variant=VARIANT)
    except FatalURLFetchingError as error:
        # Theirs is a BaseException and would end a worker; ours is an error of one document.
        raise FileNotFoundError(*error.args) from error
    return finish(raw)


def _laid_out(page: HTML) -> Document:
    """The sheets; when the last one would hold next to nothing, all are set a little closer, if that saves it."""
    loose = page.render(font_config=warm_fonts(), pdf_variant=VARIANT)
    if len(loose.pages) == 1 or _filled(loose.pages[-1]) > NEXT_TO_NOTHING:
        return loose
    page.etree_element.find("body").set("class", "close")
    close = page.render(font_config=warm_fonts(), pdf_variant=VARIANT)
    return close if len(close.pages) < len(loose.pages) else loose


def _filled(sheet: Page) -> float:
    """How much of the height of the sheet is taken, from 0 to 1."""
    box = sheet._page_box  # noqa: SLF001  # the library tells it in no other way
    return float(box.children[0].height / box.height)


def prepare(root: Element) -> None:
    """Give texts their places to break, pictures the shipped fonts, and dir="auto" its answer (ltr or rtl)."""
    for element in root.iter():
        if "font-family" in element.attrib:
            element.set("font-family", families())
        if element.get("dir") == "auto":
            element.set("dir", direction("".join(element.itertext())))
        element.text = element.text and breakable(element.text)
        element.tail = element.tail and breakable(element.tail)
