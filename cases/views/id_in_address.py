"""An id that stands in the query of an address, such as ?step=…"""

from uuid import UUID

from django.http import Http404, HttpRequest


def id_in_address(request: HttpRequest, name: str) -> UUID | None:
    """The id; None when the page was opened without one.

    Raises Http404 for what is no id.
    """
    if request.method == "POST" or name not in request.GET:
        return None
    try:
        return UUID(request.GET[name])
    except ValueError as error:
        raise Http404 from error
