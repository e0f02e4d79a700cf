"""Forms of a few fields: what was typed comes back after an ended session, what is refused stays in the form."""

from typing import Any, TypeVar

from django import forms

from agencies.acting_request import ActingRequest
from core.kept_text import kept_fields

F = TypeVar("F", bound=forms.Form)


def opened(request: ActingRequest, form_class: type[F], **kwargs: Any) -> F:
    """The form with what was sent, or with what waits for her since her session ended."""
    if request.method == "POST":
        return form_class(request.POST, **kwargs)
    form, typed = form_class(**kwargs), kept_fields(request)
    if typed is not None:
        for name, field in form.fields.items():
            form.initial[name] = field.widget.value_from_datadict(typed, {}, form.add_prefix(name))
    return form


def status_of(form: forms.Form) -> int:
    """422 for what was sent and is shown again."""
    return 422 if form.is_bound else 200
