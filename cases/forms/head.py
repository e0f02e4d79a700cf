"""The head of a case: occasion, how it stands, and how urgent it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.actions.change_head import CaseHead
from cases.models import Case
from cases.models.case import SUMMARY_LENGTH
from cases.models.vocabulary import Urgency
from core.forms.fields import RowRadioSelect
from core.forms.plain_text import PlainTextField


class HeadForm(forms.Form):
    """Every agency in the case reads all of it, and each field says so."""

    urgency = forms.ChoiceField(label=_("Urgency"), choices=Urgency.choices, widget=RowRadioSelect)
    urgency_reason = PlainTextField(
        label=_("Why it is urgent"),
        max_length=200,
        required=False,
        help_text=_("Every agency in the case reads it. For example: the accommodation ends on Friday."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    occasion = PlainTextField(
        label=_("Occasion"),
        max_length=500,
        required=False,
        help_text=_("One or two sentences: why this case was taken up. Every agency in the case reads them."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    summary = PlainTextField(
        label=_("Summary"),
        max_length=SUMMARY_LENGTH,
        required=False,
        help_text=_(
            "How the case stands, at most 2,000 characters. Every agency in the case reads it, whatever life area it "
            "covers: write nothing here that not all of them may know."
        ),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "class": "fb-tall"}),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        names = ("urgency", "urgency_reason", "occasion", "summary")
        kwargs["initial"] = {name: getattr(case, name) for name in names}
        super().__init__(*args, **kwargs)

    def head(self) -> CaseHead:
        """What the action needs."""
        return CaseHead(**self.cleaned_data)
