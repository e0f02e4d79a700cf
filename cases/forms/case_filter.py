"""How the list of cases can be narrowed; what it does not know it ignores."""

from dataclasses import replace

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
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("latest activity first")), ("oldest", _("longest without activity first"))],
    )
    mine = forms.BooleanField(label=_("only those I am responsible for"), required=False)

    def case_filter(self) -> CaseFilter:
        """The valid part of what was asked for."""
        self.is_valid()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        return CaseFilter(oldest_first=chosen.pop("order", "") == "oldest", **chosen)

    @property
    def is_narrowed(self) -> bool:
        """Something was chosen."""
        return replace(self.case_filter(), oldest_first=False) != CaseFilter()
