"""What is said about a carrier and about an agency, and what their lists can be narrowed to."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.agency_entry import COLUMNS, AgencyEntry
from agencies.models import Agency, AgencyKind, Carrier, LegalKind
from core.forms.plain_text import PlainTextField

CHOOSE = ("", _("please choose"))
ALL = ("", _("all"))
ACTIVE, CLOSED = "active", "closed"


class CarrierForm(forms.Form):
    """A carrier has a name, and no more."""

    name = PlainTextField(label=_("Name"), max_length=160)


class AgencyForm(forms.Form):
    """Legal kind and duty to report are shown wherever something is shared."""

    carrier = forms.ModelChoiceField(
        label=_("Carrier"), queryset=Carrier.objects.none(), empty_label=_("please choose")
    )
    name = PlainTextField(label=_("Name"), max_length=160)
    short_name = PlainTextField(
        label=_("Short name"), max_length=60, help_text=_("Stands in lists and in the header.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[CHOOSE, *AgencyKind.choices])
    legal_kind = forms.ChoiceField(
        label=_("Legal kind"),
        choices=[CHOOSE, *LegalKind.choices],
        help_text=_("Decides whether one legal basis may stand for all life areas (§ 35 SGB I)."),
    )
    duty_to_report = forms.BooleanField(
        label=_("duty to report under § 87 AufenthG"),
        required=False,
        help_text=_("Whether it must tell the immigration office unasked (§ 87 Abs. 2 AufenthG)."),
    )
    place = PlainTextField(label=_("Place"), max_length=80)

    def __init__(self, *args: Any, agency: Agency | None = None, **kwargs: Any) -> None:
        if agency is not None:
            kwargs["initial"] = {column: getattr(agency, column) for column in COLUMNS}
        super().__init__(*args, **kwargs)
        cast("forms.ModelChoiceField[Carrier]", self.fields["carrier"]).queryset = Carrier.objects.order_by(
            "name"
        )

    def entry(self) -> AgencyEntry:
        """What the action needs."""
        return AgencyEntry(**self.cleaned_data)


class CloseForm(forms.Form):
    """Why an agency is closed; the trail keeps it."""

    reason = PlainTextField(label=_("Reason"), max_length=200)


class CarrierFilterForm(forms.Form):
    """Part of a name."""

    words = PlainTextField(label=_("Name"), max_length=160, required=False)


class AgencyFilterForm(forms.Form):
    """Part of a name, the kind, the carrier, and whether it is active; what is nonsense narrows nothing."""

    words = PlainTextField(label=_("Name"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[ALL, *AgencyKind.choices], required=False)
    carrier = forms.ModelChoiceField(
        label=_("Carrier"), queryset=Carrier.objects.order_by("name"), required=False, empty_label=_("all")
    )
    state = forms.ChoiceField(
        label=_("State"), choices=[ALL, (ACTIVE, _("active")), (CLOSED, _("closed"))], required=False
    )
