"""Fields that several forms need: a day, a rating."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WRITTEN_AS_A_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.([0-9]{2}|[0-9]{4})|[0-9]{4}-[0-9]{2}-[0-9]{2}")
NO_SUCH_DAY = _("This day is not in the calendar.")
EARLIEST_YEAR = 1900
LATEST_YEAR = 2100


def check_year(day: date) -> None:
    """No paper is that old, and no deadline that far: the year was mistyped."""
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValidationError(_("Please check the year."))


class DayInput(forms.DateInput):
    """The browser's own choice of a day; without it, a day is typed as 22.11.2026."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        own = {"class": "kern-form-input__input--short", "data-no-day": NO_SUCH_DAY}
        super().__init__({**own, **(attrs or {})}, format="%Y-%m-%d")


class DayField(forms.DateField):
    """One day."""

    widget = DayInput
    input_formats = ["%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y"]
    default_error_messages = {
        "invalid": _("Please enter a day such as 22.11.2026."),
        "missing": NO_SUCH_DAY,
    }

    def to_python(self, value: Any) -> date | None:
        """The day; one that has the right form but does not exist, such as 29.02.2025, is told apart."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            if WRITTEN_AS_A_DAY.fullmatch(str(value).strip()):
                raise ValidationError(self.error_messages["missing"], code="missing") from error
            raise

    def validate(self, value: Any) -> None:
        """A day in a year that somebody can have meant."""
        super().validate(value)
        if value is not None:
            check_year(value)


class RatingSelect(forms.RadioSelect):
    """The scale from 1 to 5 as one row; `ends` says what 1 and 5 mean."""

    template_name = "django/forms/widgets/rating.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, ends: tuple[Any, Any] = ("", "")) -> None:
        super().__init__(attrs)
        self.ends = ends

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the meaning of both ends."""
        context = super().get_context(name, value, attrs)
        context["widget"]["ends"] = self.ends
        return context


class RatingField(forms.TypedChoiceField):
    """A whole number from 1 to 5, or None: not rated."""

    def __init__(self, *, ends: tuple[Any, Any] = ("", ""), **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        choices = [*((number, str(number)) for number in range(1, 6)), ("", _("not rated"))]
        super().__init__(
            choices=choices, coerce=int, empty_value=None, widget=RatingSelect(ends=ends), **kwargs
        )


class RowRadioSelect(forms.RadioSelect):
    """Few short choices side by side, such as yes, no, not asked."""

    template_name = "django/forms/widgets/radio_row.html"
