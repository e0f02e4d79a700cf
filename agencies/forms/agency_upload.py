"""Choosing a file with agencies, and taking over what was shown of it."""

from pathlib import PurePath

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.agency_file import BYTES_AT_MOST


class UploadForm(forms.Form):
    """A table as CSV."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV with comma or semicolon, at most 1 MB and 500 lines."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        error_messages={
            "required": gettext_lazy("Please choose a file."),
            "empty": gettext_lazy("The file is empty."),
        },
    )

    def clean_file(self) -> "UploadedFile[bytes]":
        """Neither another kind of file nor a huge one; its name is forgotten."""
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if PurePath(file.name or "").suffix.lower() != ".csv":
            raise ValidationError(_("Please choose a file that ends in .csv."))
        if (file.size or 0) > BYTES_AT_MOST:
            raise ValidationError(_("The file is larger than 1 MB."))
        return file


class TakeOverForm(forms.Form):
    """The text that was shown, and what was shown of it."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=BYTES_AT_MOST)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
