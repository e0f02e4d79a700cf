"""Under which address the pages are reached, for links in mails."""

from django.http import HttpRequest
from rest_framework.request import Request


def site_of(request: HttpRequest | Request) -> str:
    """Scheme and host; the host is one of those that the installation allows."""
    return f"{request.scheme}://{request.get_host()}"
