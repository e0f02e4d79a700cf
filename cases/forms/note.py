"""A quick note: two fields, one of them needed."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.models.note import NOTE_LENGTH
from core.forms.plain_text import PlainTextField


class NoteForm(forms.Form):
    """What was said or done, and with whom she spoke."""

    text = PlainTextField(
        label=_("What happened?"),
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "data-key": "n"}),
    )
    spoke_with = PlainTextField(
        label=_("Spoke with"), max_length=120, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class QuickNoteForm(NoteForm):
    """The same outside of a case: she chooses one of those that stand on the page."""

    case = forms.ChoiceField(label=_("Case"), choices=[])
    field_order = ["case", "text", "spoke_with"]

    def __init__(self, *args: Any, cases: list[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(case.pk), f"{case.migrant.name}, {case.number}") for case in cases]
        cast("forms.ChoiceField", self.fields["case"]).choices = choices
