"""A short form that saves no draft: what was typed when the session ended waits and comes back."""

from django import forms

from agencies.acting_membership import value_of
from agencies.acting_request import ActingRequest
from core.kept_text import forget_kept_text, kept_fields
from core.middleware.kept_text import writer_token


class KeptForm:
    """The hidden field `writer`, and the way back of the text that it saved."""

    def __init__(self, request: ActingRequest) -> None:
        self.request = request
        self.is_back = False

    @property
    def writer(self) -> str:
        """Whose text it is, for which agency."""
        return writer_token(self.request.user.pk, acting=value_of(self.request.membership))

    def refill(self, form: forms.BaseForm) -> None:
        """Show what was typed before the session ended, unchecked and without complaint."""
        typed = kept_fields(self.request)
        if typed is not None and not form.is_bound:
            self.is_back = True
            for name, field in form.fields.items():
                form.initial[name] = field.widget.value_from_datadict(typed, {}, form.add_prefix(name))

    def forget(self) -> None:
        """What was sent is stored now."""
        forget_kept_text(self.request)
