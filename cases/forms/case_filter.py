"""How the list of cases can be narrowed; what it does not know it ignores."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.case_list import CaseFilter
from cases.models.vocabulary import Phase, TargetGroup


class CaseFilterForm(forms.Form):
    """Phase, target group, mine; sent by GET, so that a view can be kept as a bookmark."""

    phase = forms.ChoiceField(
        label=_("Phase"), required=False, choices=[("", _("all phases")), *Phase.choices]
    )
    target_group = forms.ChoiceField(
        label=_("Target group"), required=False, choices=[("", _("all target groups")), *TargetGroup.choices]
    )
    mine = forms.BooleanField(label=_("only those I am responsible for"), required=False)

    def case_filter(self) -> CaseFilter:
        """The valid part of what was asked for."""
        self.is_valid()
        return CaseFilter(**{name: value for name, value in self.cleaned_data.items() if value})

    @property
    def is_narrowed(self) -> bool:
        """Something was chosen."""
        return self.case_filter() != CaseFilter()
