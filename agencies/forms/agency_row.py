"""One line of a file with agencies, checked by the same limits as the form of one agency."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models import AgencyKind, LegalKind
from core.forms.plain_text import PlainTextField

YES_OR_NO = {"yes": True, "ja": True, "no": False, "nein": False}


class WordField(forms.ChoiceField):
    """One word of a list; what is no word of it is answered with the whole list."""

    def __init__(self, *, label: Any, choices: Any) -> None:
        words = ", ".join(value for value, _label in choices)
        sentence = gettext_lazy("“%(value)s” is not known. Possible: %(words)s.")
        self.labels = dict(choices)
        super().__init__(label=label, choices=choices, error_messages={"invalid_choice": sentence})
        self.words = words

    def validate(self, value: Any) -> None:
        """The value, if it is a word of the list."""
        if not value:
            super().validate(value)
        elif not self.valid_value(value):
            sentence = self.error_messages["invalid_choice"]
            raise forms.ValidationError(sentence, params={"value": value[:40], "words": self.words})


class AgencyRowForm(forms.Form):
    """The columns in the order of the file."""

    carrier = PlainTextField(label=gettext_lazy("Carrier"), max_length=160)
    name = PlainTextField(label=gettext_lazy("Name"), max_length=160)
    short_name = PlainTextField(label=gettext_lazy("Short name"), max_length=60)
    kind = WordField(label=gettext_lazy("Kind"), choices=AgencyKind.choices)
    legal_kind = WordField(label=gettext_lazy("Legal kind"), choices=LegalKind.choices)
    duty_to_report = PlainTextField(label=gettext_lazy("duty to report under § 87 AufenthG"), max_length=10)
    place = PlainTextField(label=gettext_lazy("Place"), max_length=80)

    def clean_duty_to_report(self) -> bool:
        """Yes or no, in English or German."""
        word = self.cleaned_data["duty_to_report"].lower()
        if word not in YES_OR_NO:
            raise forms.ValidationError(_("Please write yes or no."))
        return YES_OR_NO[word]

    def shown(self, column: str, value: Any) -> str:
        """A value of a column as people read it."""
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        field = self.fields[column]
        return str(field.labels[value]) if isinstance(field, WordField) else str(value)
