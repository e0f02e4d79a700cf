"""An e-mail address: no text of its own, but something that must be reachable."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

LONGEST = 254
NO_ADDRESS = _("Please enter an address such as name@example.org.")


class EmailAddressField(forms.Field):
    """One address, or empty."""

    widget = forms.EmailInput
    default_validators = [EmailValidator(NO_ADDRESS)]

    def to_python(self, value: Any) -> str:
        """Without spaces around it."""
        address = str(value or "").strip()
        if len(address) > LONGEST:
            raise ValidationError(_("This address is too long."))
        return address

    def run_validators(self, value: str) -> None:
        """An empty one is no wrong one."""
        if value:
            super().run_validators(value)
