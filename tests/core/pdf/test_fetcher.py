"""A document loads files of our own and nothing else: no address, no file of the machine, no attachment."""

import socket
from pathlib import Path
from typing import Any

import pytest
from weasyprint.urls import FatalURLFetchingError

from core.pdf.fetcher import OwnFiles
from core.pdf.fonts import STATIC
from tests.core.pdf.papers import paper, text_of

FOREIGN = [
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "http://127.0.0.1:8000/",
    "https://169.254.169.254/latest/meta-data/",
    "ftp://localhost/",
    "data:text/css,body{color:red}",
    "/etc/passwd",
    "css/pdf/paper.css",
    "own:../config/settings.py",
    "own:css/../../manage.py",
    "own:%2e%2e/manage.py",
    "own:/etc/passwd",
    "own://etc/passwd",
    "own:vendor/VENDOR.json",
    "own:js/",
]


@pytest.fixture
def _no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise AssertionError("A document opened a socket.")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_own_file_is_served_with_its_kind() -> None:
    answer = OwnFiles(STATIC).fetch("own:css/pdf/paper.css")
    assert answer.content_type == "text/css"
    assert answer.read() == (STATIC / "css/pdf/paper.css").read_bytes()


@pytest.mark.parametrize("address", FOREIGN)
@pytest.mark.usefixtures("_no_socket")
def test_foreign_address_is_refused_before_anything_is_opened(address: str) -> None:
    with pytest.raises(ValueError, match=r"own files|Not a file"):
        OwnFiles(STATIC).fetch(address)


def test_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.css").write_text("secret")
    (tmp_path / "inside" / "link.css").symlink_to(tmp_path / "secret.css")
    with pytest.raises(ValueError, match="Not a file"):
        OwnFiles(tmp_path / "inside").fetch("own:link.css")


def test_missing_file_of_ours_stops_the_document() -> None:
    with pytest.raises(FatalURLFetchingError):
        OwnFiles(STATIC).fetch("own:css/pdf/no-such.css")
    with pytest.raises(FileNotFoundError):
        paper('<link rel="stylesheet" href="own:css/pdf/no-such.css">')


@pytest.mark.usefixtures("_no_socket")
def test_markup_that_reaches_out_gets_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("KANARI-file")
    inner = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title><image href="{}"/></svg>'
    document = paper(
        f'<link rel="attachment" href="{secret.as_uri()}"><a rel="attachment" href="{secret.as_uri()}">Anhang</a>'
        f'<img src="http://127.0.0.1:1/a.png" alt="Bild"><object data="{secret.as_uri()}"></object>'
        f'<style>@import url("{secret.as_uri()}"); p {{ background: url("http://localhost:1/x.png") }}</style>'
        f"{inner.format(secret.as_uri())}<p>Rest der Seite</p>"
    )
    assert "Rest der Seite" in text_of(document)
    assert b"KANARI" not in document
    assert b"EmbeddedFile" not in document
