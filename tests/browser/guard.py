"""A page that nothing unexpected may happen on: no error, no foreign request, no violation of the content policy."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, Response

OWN = ("data:", "blob:", "about:")


@dataclass
class Guard:
    """What happened and should not have."""

    origin: str
    found: list[str] = field(default_factory=list)
    # Answers that a test asks for on purpose; the browser's console calls them errors.
    expected: set[int] = field(default_factory=set)

    def watch(self, page: Page) -> Page:
        """From now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.found.append(f"script: {error}"))
        page.on("request", self._request)
        page.on("response", self._response)
        page.on("dialog", lambda dialog: self.found.append(f"dialog: {dialog.message}"))
        return page

    def check(self) -> None:
        """Raise for everything found so far; axe itself trips over the policy, so this comes before it."""
        assert self.found == [], self.found

    def _console(self, message: ConsoleMessage) -> None:
        # In the words of the browser, and of htmx.
        said = [f"{words} {status}" for words in ("status of", "Error Code") for status in self.expected]
        wanted = any(each in message.text for each in said)
        if message.type in {"error", "warning"} and not wanted:
            self.found.append(f"{message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.origin + "/", *OWN)):
            self.found.append(f"foreign: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.found.append(f"{response.status}: {response.url}")
