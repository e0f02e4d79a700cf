"""The finishing pass: what PDF/UA asks for and WeasyPrint leaves out."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

MARKED_TEXT = re.compile(rb"/Span\s*<<\s*/MCID (\d+)\s*>>\s*BDC")
PAGE_FURNITURE = b"/Artifact <</Type /Pagination>> BDC"
# PDF/A allows a property of another schema only when the file describes it (ISO 19005-3, 6.6.2.3.3).
UA_MARK = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def finish(raw: bytes) -> bytes:
    """Return the same pages with header scopes, silent page furniture and the PDF/UA mark."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        elements = list(structure(pdf))
        scope_headers(pdf, elements)
        silence_page_furniture(pdf, elements)
        mark_as_accessible(pdf)
        finished = BytesIO()
        pdf.save(finished, deterministic_id=True, fix_metadata_version=False)
    return finished.getvalue()


def structure(pdf: Pdf) -> Iterator[Object]:
    """Every structure element that the document's tree reaches."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        for kid in kids(waiting.pop()):
            if isinstance(kid, Dictionary) and Name.S in kid:
                waiting.append(kid)
                yield kid


def scope_headers(pdf: Pdf, elements: list[Object]) -> None:
    """Say of each header cell whether it heads a column or a row, and list the cells that others refer to."""
    headers = [element for element in elements if element.S == Name.TH]
    for header in headers:
        in_head = header.P.P.S == Name.THead
        header.A.Scope = Name.Column if in_head else Name.Row
    names = sorted(((bytes(cell.ID), cell) for cell in headers if Name.ID in cell), key=lambda pair: pair[0])
    if names:
        entries = [part for name, cell in names for part in (String(name.decode()), cell)]
        leaf = Dictionary(Limits=Array([entries[0], entries[-2]]), Names=Array(entries))
        pdf.Root.StructTreeRoot.IDTree = pdf.make_indirect(Dictionary(Kids=Array([pdf.make_indirect(leaf)])))


def silence_page_furniture(pdf: Pdf, elements: list[Object]) -> None:
    """Turn running heads and feet, which the tree does not reach, into artifacts: nobody wants them read aloud."""
    reached = marks_by_page(elements)
    parents = dict(pairs(pdf.Root.StructTreeRoot.ParentTree.Nums))
    for page in pdf.pages:
        known = reached.get(page.obj.objgen, set())
        entries = parents[int(page.StructParents)]
        for mark in set(range(len(entries))) - known:
            entries[mark] = None
        page.Contents.write(MARKED_TEXT.sub(partial(retag, known=known), page.Contents.read_bytes()))


def marks_by_page(elements: list[Object]) -> dict[tuple[int, int], set[int]]:
    """Numbers of the marked pieces that belong to an element, for each page."""
    reached: dict[tuple[int, int], set[int]] = {}
    for element in elements:
        if marks := {kid for kid in kids(element) if isinstance(kid, int)}:
            reached.setdefault(element.Pg.objgen, set()).update(marks)
    return reached


def retag(found: re.Match[bytes], *, known: set[int]) -> bytes:
    """Keep the mark of a text that the tree knows; any other text is page furniture."""
    return found[0] if int(found[1]) in known else PAGE_FURNITURE


def kids(element: Object) -> list[Object | int]:
    """What stands directly below an element: other elements, and numbers of marked pieces of a page."""
    below = element.get(Name.K, Array())
    return list(below) if isinstance(below, Array) else [below]


def pairs(numbers: Object) -> Iterator[tuple[int, Object]]:
    """Key and value of a PDF number tree's flat list."""
    flat = list(numbers)
    return ((int(key), value) for key, value in zip(flat[::2], flat[1::2], strict=True))


def mark_as_accessible(pdf: Pdf) -> None:
    """Write PDF/UA-1 beside PDF/A-3a; a file may claim both, WeasyPrint writes one."""
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b"</rdf:RDF>", UA_MARK + b"</rdf:RDF>", 1))
