"""An action's refusal becomes a sentence at the field of the form that caused it."""

from collections.abc import Callable
from typing import Any

from django.forms import Form

from core.refusal import Refusal


def refused(form: Form, action: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
    """Do the action; True, with the sentence in the form, when it is not possible."""
    try:
        action(*args, **kwargs)
    except Refusal as refusal:
        field = refusal.field if refusal.field in form.fields else None
        form.add_error(field, refusal.sentence)
        return True
    return False
