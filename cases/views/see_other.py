"""After a form was sent, the browser fetches the next page; loading that again sends nothing twice."""

from typing import Any

from django.http import HttpResponseRedirect
from django.shortcuts import resolve_url


class SeeOther(HttpResponseRedirect):
    """303: look there, by GET."""

    status_code = 303


def see_other(to: str, *args: Any, **kwargs: Any) -> SeeOther:
    """To a path, or to the view of this name."""
    return SeeOther(resolve_url(to, *args, **kwargs))
