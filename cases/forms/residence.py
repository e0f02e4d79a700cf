"""A residence title: what is printed, what the law says, and why the two differ."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.actions.remove_residence import Mistake
from cases.models import ResidencePeriod
from cases.models.residence_table import TARGET_GROUP_OF_TITLE, Title
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField

COLUMNS = (
    "title",
    "basis",
    "starts_on",
    "effective_until",
    "printed_until",
    "effective_reason",
    "conditions",
)


class ResidenceForm(forms.Form):
    """One period; what is not known stays empty."""

    title = forms.ChoiceField(label=_("Residence title"), choices=Title.choices)
    basis = PlainTextField(
        label=_("Legal basis of the title"),
        max_length=60,
        required=False,
        help_text=_("For example § 25 Abs. 2 AufenthG."),
        widget=forms.TextInput(attrs={"list": "bases", "autocomplete": "off"}),
    )
    starts_on = DayField(label=_("Valid from"), required=False)
    effective_until = DayField(
        label=_("Legally effective until"),
        required=False,
        help_text=_("The last day. Empty: open, or not known."),
    )
    printed_until = DayField(label=_("Printed until"), required=False)
    effective_reason = PlainTextField(
        label=_("Why the two days differ"),
        max_length=200,
        required=False,
        help_text=_("For example § 81 Abs. 4 AufenthG: applied for in time."),
    )
    conditions = PlainTextField(
        label=_("Conditions"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("As printed, for example on work or residence."),
    )

    def __init__(self, *args: Any, period: ResidencePeriod | None = None, **kwargs: Any) -> None:
        if period is not None:
            kwargs["initial"] = {name: getattr(period, name) for name in COLUMNS}
        super().__init__(*args, **kwargs)

    @property
    def known_bases(self) -> list[str]:
        """Bases that decide about the target group, as suggestions."""
        return sorted({basis for _title, basis, _group in TARGET_GROUP_OF_TITLE if basis})


class RemovalForm(forms.Form):
    """Only what never was is removed."""

    mistake = forms.ChoiceField(
        label=_("Why it does not belong here"), choices=Mistake.choices, widget=forms.RadioSelect
    )
