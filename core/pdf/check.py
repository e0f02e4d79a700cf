"""The self-check of a finished document: what PDF/UA-1 and PDF/A-3a ask for and a program can see.

It is no validation; documents are marked and self-checked.
"""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from core.pdf.finish import MARKED_TEXT, marks_by_page, structure

PRINTED = 4  # the flag of an annotation that PDF/A demands
TEXT_OF_PROPERTY = {
    b'pdfuaid:part="1"': "The file does not say that it follows PDF/UA-1.",
    b'pdfaid:part="3"': "The file does not say that it follows PDF/A-3.",
    b'pdfaid:conformance="A"': "The file does not say that it follows level A of PDF/A.",
}


def findings(document: bytes) -> list[str]:
    """Sentences about what is wrong with the document; none when it keeps what it promises."""
    with pikepdf.open(BytesIO(document)) as pdf:
        return [sentence for check in CHECKS for sentence in check(pdf)]


def check_catalogue(pdf: Pdf) -> Iterator[str]:
    """Language, title, tags and the colours that it was set for."""
    root = pdf.Root
    if not str(root.get(Name.Lang, "")):
        yield "The document has no language."
    if not str(pdf.docinfo.get(Name.Title, "")):
        yield "The document has no title."
    if not root.get(Name.ViewerPreferences, Dictionary()).get(Name.DisplayDocTitle, False):
        yield "Viewers show the file's name, not its title."
    if not root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False) or Name.StructTreeRoot not in root:
        yield "The document has no tags."
    if not root.get(Name.OutputIntents, Array()):
        yield "The document has no output intent for its colours."
    packet = root.Metadata.read_bytes() if Name.Metadata in root else b""
    yield from (sentence for mark, sentence in TEXT_OF_PROPERTY.items() if mark not in packet)


def check_structure(pdf: Pdf) -> Iterator[str]:
    """Header cells say what they head, pictures say what they show, references arrive."""
    elements = list(structure(pdf))
    named = {bytes(element.ID) for element in elements if Name.ID in element}
    for element in elements:
        attributes = element.get(Name.A, Dictionary())
        if element.S == Name.TH and Name.Scope not in attributes:
            yield "A header cell does not say whether it heads a column or a row."
        if element.S == Name.Figure and not str(element.get(Name.Alt, "")).strip():
            yield "A picture has no text that says what it shows."
        if any(bytes(name) not in named for name in attributes.get(Name.Headers, Array())):
            yield "A cell refers to a header that does not exist."
    if named and Name.IDTree not in pdf.Root.StructTreeRoot:
        yield "Header cells have names but no list of names."


def check_content(pdf: Pdf) -> Iterator[str]:
    """Each marked text belongs to the tree; page furniture is an artifact."""
    reached = marks_by_page(list(structure(pdf)))
    for number, page in enumerate(pdf.pages, start=1):
        known = reached.get(page.obj.objgen, set())
        if any(int(mark) not in known for mark in MARKED_TEXT.findall(page.Contents.read_bytes())):
            yield f"A text on page {number} belongs to no tag."


def check_links(pdf: Pdf) -> Iterator[str]:
    """Each link has a text and is printed."""
    for number, page in enumerate(pdf.pages, start=1):
        for note in page.get(Name.Annots, Array()):
            if not str(note.get(Name.Contents, "")):
                yield f"A link on page {number} has no text."
            if not int(note.get(Name.F, 0)) & PRINTED:
                yield f"A link on page {number} is not printed."


def check_fonts(pdf: Pdf) -> Iterator[str]:
    """Each font is in the file and says which characters its shapes stand for."""
    for font in fonts(pdf):
        name = str(font.get(Name.BaseFont, "")).lstrip("/")
        if font.get(Name.Encoding) != Name("/Identity-H"):
            yield f"A character has no shape in {name}."
        if Name.ToUnicode not in font:
            yield f"Text in {name} cannot be read by machines."
        descriptor = font.DescendantFonts[0].FontDescriptor if Name.DescendantFonts in font else font
        if not {Name.FontFile, Name.FontFile2, Name.FontFile3, Name.CharProcs} & set(descriptor.keys()):
            yield f"The font {name} is not in the file."


def fonts(pdf: Pdf) -> list[Object]:
    """The fonts that pages use, each once."""
    used = {}
    for page in pdf.pages:
        for font in page.Resources.get(Name.Font, Dictionary()).values():
            used[font.objgen] = font
    return list(used.values())


CHECKS: tuple[Callable[[Pdf], Iterator[str]], ...] = (
    check_catalogue,
    check_structure,
    check_content,
    check_links,
    check_fonts,
)
