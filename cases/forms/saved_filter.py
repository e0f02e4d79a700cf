"""Under which name a view of the list is kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms.plain_text import PlainTextField


class SavedFilterForm(forms.Form):
    """Only she sees the name."""

    name = PlainTextField(
        label=_("Name of the view"), max_length=60, widget=forms.TextInput(attrs={"dir": "auto"})
    )
