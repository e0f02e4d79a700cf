"""When to come back to a case, and perhaps what for."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import FollowUp
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today

# The buttons that need nothing else: days from today.
QUICK_DAYS = {"1": _("tomorrow"), "7": _("in 1 week"), "14": _("in 2 weeks"), "28": _("in 4 weeks")}


class FollowUpForm(forms.Form):
    """A day, or the button that stands for one."""

    due_on = DayField(label=_("Day"), required=False)
    what_for = PlainTextField(
        label=_("What for?"),
        max_length=200,
        required=False,
        help_text=_("Only you read this."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *args: Any, follow_up: FollowUp | None = None, **kwargs: Any) -> None:
        if follow_up is not None:
            kwargs["initial"] = {"due_on": follow_up.due_on, "what_for": follow_up.text}
        super().__init__(*args, **kwargs)

    @property
    def quick_days(self) -> dict[str, Any]:
        """The buttons: value and word."""
        return QUICK_DAYS

    def clean(self) -> dict[str, Any]:
        """One of both is needed; a button goes before a day that was typed."""
        cleaned: dict[str, Any] = super().clean() or {}
        days = self.data.get("in_days", "")
        if days in QUICK_DAYS:
            cleaned["due_on"] = today() + timedelta(days=int(days))
        elif cleaned.get("due_on") is None and "due_on" not in self.errors:
            self.add_error("due_on", _("Please choose a day."))
        return cleaned

    def reminder(self) -> dict[str, Any]:
        """What the action needs."""
        return {"due_on": self.cleaned_data["due_on"], "text": self.cleaned_data["what_for"]}
