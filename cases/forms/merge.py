"""Choosing the other record by its case number, and deciding what contradicts itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.case_search import find_by_number
from cases.models import Case
from cases.person_comparison import PersonComparison, Side
from core.forms.plain_text import PlainTextField


class OtherRecordForm(forms.Form):
    """The number of a case of the same person."""

    number = PlainTextField(
        label=_("Number of the other case"),
        max_length=60,
        help_text=_("The case number, or your own agency's file number."),
    )

    def __init__(self, *args: Any, case: Case, reader: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.reader = case, reader

    def clean_number(self) -> Case:
        """The other case; foreign and missing ones get the same answer."""
        found = find_by_number(self.cleaned_data["number"], for_=self.reader)
        other = found.only if found else None
        if other is None:
            raise forms.ValidationError(_("Your agency sees no single case with this number."))
        if other.migrant_id == self.case.migrant_id:
            raise forms.ValidationError(_("Both cases already belong to the same record."))
        return other


class MergeForm(forms.Form):
    """One question for each contradiction; what agrees is not asked."""

    def __init__(self, *args: Any, comparison: PersonComparison, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for point in comparison.points:
            if point.contradicts:
                self.fields[point.name] = forms.ChoiceField(
                    label=point.label,
                    choices=[
                        (Side.THIS, f"{point.this} ({comparison.case.number})"),
                        (Side.OTHER, f"{point.other} ({comparison.other.number})"),
                    ],
                    widget=forms.RadioSelect,
                    error_messages={"required": _("Please decide which of the two applies.")},
                )
