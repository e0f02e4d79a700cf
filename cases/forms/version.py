"""A form that changes what a colleague may be changing at the same time."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class VersionForm(forms.Form):
    """Its initial `version` is when the stored thing was changed last; empty for something new."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._version = str(self.initial.get("version", ""))

    def clean(self) -> dict[str, Any]:
        """What a colleague wrote in the meantime is replaced only knowingly: by sending the form once more."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("version", "") not in ("", self._version):
            self.data = {**{name: self.data.get(name) for name in self.data}, "version": self._version}
            raise ValidationError(
                _(
                    "Your agency has changed this in the meantime. Please compare it in a second window; "
                    "saving once more replaces it by your text."
                )
            )
        return cleaned
