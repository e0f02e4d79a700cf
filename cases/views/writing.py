"""A form, sent to store it once or, if it is a long one, to keep it as a draft."""

from collections.abc import Callable
from uuid import UUID, uuid4

from django import forms
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _

from cases.form_draft import FormDraft, other_draft_first
from cases.short_form import ShortForm
from core.refusal import Refusal
from core.see_other import see_other

# The answer for what the form has already made, when it is sent a second time.
Made = Callable[[UUID], HttpResponse | None]


def sent(
    form: forms.Form, draft: ShortForm, *, store: Callable[[], HttpResponse], made: Made
) -> HttpResponse | None:
    """The answer to what was sent; None when the form is to be shown, filled with what waits or with its errors."""
    if not form.is_bound:
        draft.refill(form)
        return None
    try:
        if isinstance(draft, FormDraft) and draft.is_wanted:
            draft.save()
            return see_other(draft.request.path)
        return made(draft.key) or _stored(form, draft, store=store, made=made)
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.sentence)
        return None


def _stored(
    form: forms.Form, draft: ShortForm, *, store: Callable[[], HttpResponse], made: Made
) -> HttpResponse | None:
    if isinstance(draft, FormDraft) and draft.elsewhere is not None:
        raise Refusal(other_draft_first())
    if not form.is_valid():
        return None
    try:
        with transaction.atomic():
            response = store()
    except IntegrityError:
        # The same form was sent twice at once, and the other one came first.
        if (response_of_the_other := made(draft.key)) is None:
            draft.once = uuid4()
            raise Refusal(_("The form could not be stored. Please send it once more.")) from None
        return response_of_the_other
    draft.discard()
    return response
