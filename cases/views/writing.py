"""A long form, sent in one of two ways: to keep it as a draft, or to store it."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse

from cases.form_draft import FormDraft, other_draft_first
from cases.views.see_other import see_other
from core.refusal import Refusal


def sent(form: forms.Form, draft: FormDraft, *, store: Callable[[], HttpResponse]) -> HttpResponse | None:
    """The answer to what was sent; None when the form is to be shown, filled with what waits or with its errors."""
    if not form.is_bound:
        draft.refill(form)
        return None
    try:
        if draft.is_wanted:
            draft.save()
            return see_other(draft.request.path)
        return _stored(form, draft, store=store)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        return None


def _stored(form: forms.Form, draft: FormDraft, *, store: Callable[[], HttpResponse]) -> HttpResponse | None:
    if draft.elsewhere is not None:
        raise Refusal(other_draft_first())
    if not form.is_valid():
        return None
    response = store()
    draft.discard()
    return response
