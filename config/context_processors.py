"""What the frame of every page needs."""

from functools import partial
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agencies.acting_membership import choices
from agencies.acting_request import ActingRequest
from agencies.demo.seed import demo_accounts
from config.notice_list import count_of_unread
from config.shortcuts import key_of, shortcuts_work
from config.views.preferences import THEME_COOKIE, THEMES

# What somebody must be allowed to do at all, the entry's name, and where it leads.
NAVIGATION = [
    ("", _("Today"), "my_day"),
    ("view_case", _("Cases"), "cases:list"),
    ("edit_catalogues", _("Catalogues"), "cases:catalogues"),
    ("view_case", _("Follow-ups"), "cases:follow_ups"),
    ("manage_access", _("Agencies and access"), "administration:agencies"),
    ("manage_access", _("Mails"), "mails"),
]


def frame(request: ActingRequest) -> dict[str, Any]:
    """Theme, demo notice, switcher and navigation; the navigation holds only what she can open."""
    theme = request.COOKIES.get(THEME_COOKIE, "")
    membership = getattr(request, "membership", None)
    return {
        "demo": settings.DEMO,
        "demo_accounts": demo_accounts() if settings.DEMO and _is_sign_in(request) else [],
        "shortcuts": membership is not None and shortcuts_work(request),
        "theme": theme if theme in THEMES else "",
        "membership": membership,
        # Asked by the head alone: answers to htmx and the interface have none.
        "unread_notices": partial(count_of_unread, membership) if membership else "",
        "may_search": membership is not None and membership.allows("view_case"),
        "acting_choices": choices(request) if membership else [],
        "navigation": _navigation(request) if membership else [],
    }


def _is_sign_in(request: ActingRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.url_name == "account_login"


def _navigation(request: ActingRequest) -> list[tuple[str, str, bool, str]]:
    entries = [
        (str(label), reverse(name), key_of(name))
        for codename, label, name in NAVIGATION
        if not codename or request.membership.allows(codename)
    ]
    section = _section(request.path)
    return [(label, url, _section(url) == section, key) for label, url, key in entries]


def _section(path: str) -> str:
    """What an address begins with: the pages below /administration/ belong to one entry."""
    return path.split("/")[1]
