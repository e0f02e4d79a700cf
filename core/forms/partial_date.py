"""A date of which perhaps only the year is known, entered as day, month and year."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.partial_date import validate_partial_date


class PartialDateInput(forms.MultiWidget):
    """Three short fields in the order of a German date."""

    template_name = "django/forms/widgets/partial_date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        digits = {"inputmode": "numeric", "autocomplete": "off"}
        parts = {"day": (_("Day"), 2), "month": (_("Month"), 2), "year": (_("Year"), 4)}
        inputs: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput(attrs={**digits, "maxlength": length})
            for name, (_label, length) in parts.items()
        }
        super().__init__(inputs, attrs)
        self.labels = [label for label, _length in parts.values()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Each part with the word above it."""
        context = super().get_context(name, value, attrs)
        for part, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            part["label"] = label
        return context

    def decompress(self, value: str | None) -> list[str]:
        """Day, month and year of a stored value, empty where unknown."""
        year, month, day = [*(value or "").split("-"), "", ""][:3]
        return [day, month, year]


class PartialDateField(forms.MultiValueField):
    """Gives "1992", "1992-03", "1992-03-14", or "" for unknown."""

    widget = PartialDateInput
    default_validators = [validate_partial_date]
    default_error_messages = {
        "digits": _("Please enter day, month and year in figures."),
        "year": _("Please enter the year with four digits."),
        "month": _("Please enter the month as well, or leave the day empty."),
    }

    def __init__(self, **kwargs: Any) -> None:
        parts = [forms.CharField(required=False) for _part in range(3)]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[str]) -> str:
        """One value from the three parts."""
        day, month, year = data_list or ("", "", "")
        if not all(part.isdecimal() for part in (day, month, year) if part):
            raise ValidationError(self.error_messages["digits"], code="digits")
        if len(year) != 4 and (day or month or year):
            raise ValidationError(self.error_messages["year"], code="year")
        if len(day) > 2 or len(month) > 2:
            raise ValidationError(self.error_messages["digits"], code="digits")
        if day and not month:
            raise ValidationError(self.error_messages["month"], code="month")
        # int() reads the digits of any script
        numbers = [f"{int(year):04}"] if year else []
        return "-".join(numbers + [f"{int(part):02}" for part in (month, day) if part])
