"""The keys that shorten the way, and that they can be switched off (WCAG 2.1.4)."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COOKIE = "shortcuts"
OFF = "off"

# What is pressed, one after the other, and what it does; static/js/shortcuts.js finds the target by [data-key].
SHORTCUTS: Mapping[str, Promise] = {
    "/": _("to the search field"),
    "g d": _("to your day"),
    "g f": _("to the cases"),
    "g w": _("to your follow-ups"),
    "n": _("in a case: begin a note"),
    "j": _("in a list: next row"),
    "k": _("in a list: row before"),
    "?": _("to this page"),
}
_KEYS = {"my_day": "g d", "cases:list": "g f", "cases:follow_ups": "g w"}


def key_of(url_name: str) -> str:
    """The keys that lead to an entry of the navigation; empty for most."""
    return _KEYS.get(url_name, "")


def shortcuts_work(request: HttpRequest) -> bool:
    """Unless she switched them off in this browser."""
    return request.COOKIES.get(COOKIE, "") != OFF
