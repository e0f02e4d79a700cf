"""Without Pango everything else works, and the reason is said."""

from collections.abc import Iterator

import pytest

from core.pdf import availability
from core.pdf.availability import PdfNotAvailable, check_pdf_available
from core.pdf.render import render_pdf


@pytest.fixture
def _without_pango(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    files = {**availability.LIBRARIES, "Pango": ("libno-such-pango.so.0",)}
    monkeypatch.setattr(availability, "LIBRARIES", files)
    availability.missing_libraries.cache_clear()
    yield
    availability.missing_libraries.cache_clear()


def test_this_machine_can_set_documents() -> None:
    assert availability.missing_libraries() == ()
    assert check_pdf_available(app_configs=None) == []


@pytest.mark.usefixtures("_without_pango")
def test_missing_library_is_a_warning_with_the_line_that_helps() -> None:
    (warning,) = check_pdf_available(app_configs=None)
    assert warning.id == "core.W001"
    assert "Pango" in warning.msg
    assert availability.APT_LINE in str(warning.hint)


@pytest.mark.usefixtures("_without_pango")
def test_document_is_refused_by_name() -> None:
    with pytest.raises(PdfNotAvailable, match="Pango"):
        render_pdf("pdf/base.html", {}, title="Papier")
