"""A case, named by its number as it is read out."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models import Case
from core.forms.plain_text import UNSTORABLE

LONGEST = 20


class CaseNumberField(forms.Field):
    """Gives a visible case, or None; a foreign number is answered like one that does not exist."""

    widget = forms.TextInput
    default_error_messages = {"unknown": _("No case with this number is open to you.")}
    by: Membership

    def to_python(self, value: Any) -> Case | None:
        """The case among those that she sees."""
        number = str(value or "").strip().upper()
        if not number:
            return None
        known = len(number) <= LONGEST and not UNSTORABLE.search(number)
        found = Case.objects.visible_to(self.by).filter(number=number).first() if known else None
        if found is None:
            raise ValidationError(self.error_messages["unknown"], code="unknown")
        return found
