"""A form and the request that asks for it or sends it."""

from django.forms import BaseForm
from django.http import HttpRequest, QueryDict


def sent_data(request: HttpRequest) -> QueryDict | None:
    """The fields, for the form; None when the page is only asked for. A form that was sent empty is sent too."""
    return request.POST if request.method == "POST" else None


def status_of(form: BaseForm) -> int:
    """422 for what was sent and is shown again."""
    return 422 if form.is_bound else 200
