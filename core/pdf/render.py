"""The one way to a document: a template, its context, a title."""

from collections.abc import Mapping
from importlib import import_module

from django.template.loader import render_to_string
from django.utils.translation import override

from core.pdf.availability import PdfNotAvailable, missing_libraries


def render_pdf(template_name: str, context: Mapping[str, object], *, title: str, lang: str = "de") -> bytes:
    """Make the PDF of a template, in one language; the title is shown by viewers and holds no person's name.

    Raises PdfNotAvailable on a machine without the libraries.
    """
    if missing := missing_libraries():
        raise PdfNotAvailable(", ".join(missing))
    with override(lang):
        html = render_to_string(template_name, {**context, "pdf_title": title, "pdf_lang": lang})
    # Imported on first use, because a web process that makes no document should not wait two seconds for it.
    pdf: bytes = import_module("core.pdf.engine").typeset(html)
    return pdf
