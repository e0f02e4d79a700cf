"""Reading a kept text back: for its writer, in the form she sent it from, within the hour."""

from typing import TypeVar
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from core.models import KeptText

PARAMETER = "kept"

FormT = TypeVar("FormT", bound=forms.BaseForm)


def kept_fields(request: HttpRequest) -> QueryDict | None:
    """What she had typed when her session ended, if the address names a text that waits for her here.

    Reading it does not use it up, so that the page can be loaded again; the form that is sent does.
    """
    kept = waiting_text(request)
    if kept is None:
        return None
    fields = QueryDict(mutable=True)
    for name, values in kept.fields.items():
        fields.setlist(name, values)
    return fields


def refilled(form: FormT, request: HttpRequest) -> FormT:
    """The form; if it was just opened, with what she had typed into it when her session ended."""
    if not form.is_bound and refill(form, kept_fields(request)):
        say_text_is_back(request)
    return form


def refill(form: forms.BaseForm, typed: QueryDict | None) -> bool:
    """Show what was typed before, unchecked and without complaint; a form that it was not typed into stays."""
    if typed is None or not any(form.add_prefix(name) in typed for name in form.fields):
        return False
    for name, field in form.fields.items():
        form.initial[name] = field.widget.value_from_datadict(typed, {}, form.add_prefix(name))
    return True


def say_text_is_back(request: HttpRequest) -> None:
    """On the page that shows it: it is not stored yet."""
    sentence = _(
        "Your text is back. Your session had ended when you sent it, so nothing of it is stored yet. "
        "Please look through it and save it again."
    )
    messages.warning(request, sentence)


def forget_kept_text(request: HttpRequest) -> None:
    """The form was sent: what it held is stored, and the copy goes."""
    kept = waiting_text(request)
    if kept is not None:
        kept.delete()


def waiting_text(request: HttpRequest) -> KeptText | None:
    """The kept text that the address names, if it waits for her in this form."""
    try:
        key = UUID(request.GET.get(PARAMETER, ""))
    except ValueError:
        return None
    if request.user.pk is None:
        return None
    return KeptText.objects.waiting_for(request.user.pk).filter(pk=key, path=request.path[:300]).first()
