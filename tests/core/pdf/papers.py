"""What tests of documents share: a page set from a piece of HTML, and what a reader's program takes out of it."""

import re
from io import BytesIO

from pypdf import PdfReader

from core.pdf.engine import typeset

FRAME = """<!doctype html><html lang="de"><head><title>Papier</title>
<link rel="stylesheet" href="own:css/pdf/fonts.css"><link rel="stylesheet" href="own:css/pdf/paper.css">
</head><body data-head="Kopf" data-state="Stand" data-writer="Stelle" data-foot="Fuß" data-page="Seite" data-of="von">
{}</body></html>"""


def paper(body: str) -> bytes:
    """The finished PDF of a body."""
    return typeset(FRAME.format(body))


def text_of(document: bytes) -> str:
    """The text of all pages, with words put together again that a line end parted, and one space for any gap."""
    pages = "\n".join(page.extract_text() for page in PdfReader(BytesIO(document)).pages)
    whole = re.sub(r"(?<=\w)-\n(?=[a-zäöüß])", "", pages)
    return re.sub(r"\s+", " ", whole.replace("-\n", "-"))
