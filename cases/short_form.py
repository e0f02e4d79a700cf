"""A form that is filled in seconds: no draft, but what was typed outlives the session, and it is sent once."""

from functools import cached_property
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict

from agencies.acting_request import ActingRequest
from core.kept_text import forget_kept_text, kept_fields, refill, say_text_is_back

# The hidden field with the id of what is going to be written.
ONCE = "once"


class ShortForm:
    """One form of the signed-in person."""

    def __init__(self, request: ActingRequest) -> None:
        self.request = request

    @cached_property
    def kept(self) -> QueryDict | None:
        """What she had typed when her session ended."""
        return kept_fields(self.request)

    @property
    def fields(self) -> QueryDict | None:
        """What waits for the form."""
        return self.kept

    @cached_property
    def once(self) -> UUID:
        """The id that what is written will have: sent twice, it is made once."""
        typed = self.request.POST.get(ONCE) or (self.fields.get(ONCE) if self.fields else "")
        try:
            return UUID(typed or "")
        except ValueError:
            return uuid4()

    def anew(self) -> "ShortForm":
        """The same form for the next text: empty, and with another id."""
        self.once = uuid4()
        self.kept = None
        return self

    def refill(self, form: forms.BaseForm) -> None:
        """Show what she had typed when her session ended."""
        if refill(form, self.kept):
            say_text_is_back(self.request)

    def discard(self) -> None:
        """Forget what was typed: the form was sent."""
        forget_kept_text(self.request)
