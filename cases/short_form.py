"""A form that is filled in seconds: no draft, but what was typed outlives the session, and it is sent once."""

import json
from functools import cached_property
from uuid import UUID, uuid4, uuid5

from django import forms
from django.http import QueryDict

from agencies.acting_request import ActingRequest
from core.kept_text import forget_kept_text, kept_fields, refill, say_text_is_back
from core.middleware.kept_text import NEVER_KEPT

# The hidden field with the number of the form; what is written takes its id from it and from what was typed.
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
        """The number of the form."""
        typed = self.request.POST.get(ONCE) or (self.fields.get(ONCE) if self.fields else "")
        try:
            return UUID(typed or "")
        except ValueError:
            return uuid4()

    @property
    def key(self) -> UUID:
        """The id of what is written: sent twice it is made once; another text in a copy of the form is another one."""
        typed = [each for each in self.request.POST.lists() if each[0] not in (*NEVER_KEPT, ONCE)]
        return uuid5(self.once, json.dumps(sorted(typed)))

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
