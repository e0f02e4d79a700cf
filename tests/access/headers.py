"""What every response says about what a browser may do with it."""

from django.http.response import HttpResponseBase

from tests.access.door import Door

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
}
ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
Missing = dict[str, str | None]


def missing(response: HttpResponseBase, *, csp: set[str] = CSP, kept: bool = False) -> Missing:
    """What it does not say as it should."""
    said = response.headers
    wrong = {name: said.get(name) for name, value in ALWAYS.items() if said.get(name) != value}
    if set(said.get("Content-Security-Policy", "").split("; ")) != csp:
        wrong["Content-Security-Policy"] = said.get("Content-Security-Policy")
    stored = said.get("Cache-Control", "")
    if not kept and not (stored == "no-store" or "no-store" in stored.split(", ")):
        wrong["Cache-Control"] = stored
    return wrong


def missing_at(door: Door, response: HttpResponseBase) -> Missing:
    """The same for a door; a file may do nothing at all."""
    is_file = door.name.endswith("pdf_file") and response.status_code == 200
    return missing(response, csp={"default-src 'none'", "sandbox"} if is_file else CSP)
