"""After a form was sent, the browser fetches the next page; loading that again sends nothing twice."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url

from core.middleware.kept_text import page_of_form


class SeeOther(HttpResponseRedirect):
    """303: look there, by GET."""

    status_code = 303


def see_other(to: str, *args: Any, **kwargs: Any) -> SeeOther:
    """To a path, or to the view of this name."""
    return SeeOther(resolve_url(to, *args, **kwargs))


def back_to_form(request: HttpRequest, *, default: str, anchor: str = "") -> SeeOther:
    """To the page on which the form stood; its own address is none that could be opened again."""
    page = page_of_form(request)
    return SeeOther((default if page == request.path else page) + anchor)
