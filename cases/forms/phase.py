"""The next phase, and why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.models.vocabulary import Phase
from core.forms.plain_text import PlainTextField


class PhaseForm(forms.Form):
    """Forward is usual; back and reopening are possible."""

    phase = forms.ChoiceField(label=_("Phase"), choices=Phase.choices)
    reason = PlainTextField(
        label=_("Reason"), max_length=300, required=False, help_text=_("Every agency in the case reads it.")
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        following = Phase.values.index(case.phase) + 1
        self.fields["phase"].initial = Phase.values[following % len(Phase)]

    def move(self) -> dict[str, str]:
        """Arguments of the action."""
        return {"to": self.cleaned_data["phase"], "reason": self.cleaned_data["reason"]}
