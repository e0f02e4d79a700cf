"""Under which address the pages are reached, for links in mails."""

from django.http import HttpRequest


def site_of(request: HttpRequest) -> str:
    """Scheme and host; the host is one of those that the installation allows."""
    return f"{request.scheme}://{request.get_host()}"
