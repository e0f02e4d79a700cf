"""What a document may load: style sheets, fonts and pictures of our own, and nothing else."""

from pathlib import Path
from urllib.parse import unquote

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "own:"
KINDS = {".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf", ".woff2": "font/woff2"}


class OwnFiles(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Answers `own:css/pdf/page.css` from one folder; refuses every other address before anything is opened.

    A text that smuggles in an address gets nothing and the document goes on without it.
    A file of ours that is missing stops the document: it would look wrong without anybody noticing.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(allowed_protocols=("own",), allow_redirects=False)
        self._folder = folder.resolve()

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the file's bytes; raises ValueError for a foreign address."""
        del headers
        if not url.startswith(SCHEME):
            raise ValueError(f"Documents load own files only, not {url[:80]}")
        file = (self._folder / unquote(url.removeprefix(SCHEME))).resolve()
        if not file.is_relative_to(self._folder) or file.suffix not in KINDS:
            raise ValueError(f"Not a file for documents: {url[:80]}")
        if not file.is_file():
            raise FatalURLFetchingError(f"Missing: {url}")
        return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": KINDS[file.suffix]})
