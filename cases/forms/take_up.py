"""One form for a person and her case; only a name and the legal basis are needed."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.forms.language import LanguageField
from cases.actions.take_up_case import TakeUp
from cases.forms.participation import BasisChoice
from cases.forms.person_fields import MunicipalityField, NationalityField
from cases.models import LegalBasis
from cases.models.residence_rule import impossible
from cases.models.residence_table import TARGET_GROUP_OF_TITLE, Title
from cases.models.vocabulary import Sex, YesNo
from core.forms.fields import DayField, RowRadioSelect
from core.forms.partial_date import PartialDateField
from core.forms.plain_text import PlainTextField
from core.today import today

PERSON = (
    "given_names",
    "family_name",
    "birth",
    "sex",
    "origin",
    "language",
    "mediator_needed",
    "unaccompanied_minor",
)
WHEREABOUTS = ("municipality", "telephone")
RESIDENCE = {
    "title": "title",
    "basis": "basis",
    "residence_from": "starts_on",
    "printed_until": "printed_until",
    "effective_until": "effective_until",
    "effective_reason": "effective_reason",
}


class TakeUpForm(forms.Form):
    """Unknown and not asked are answers too."""

    family_name = PlainTextField(
        label=_("Family name"), max_length=120, help_text=_("As printed in the papers.")
    )
    given_names = PlainTextField(label=_("Given names"), max_length=120, required=False)
    birth = PartialDateField(label=_("Date of birth"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, initial=Sex.UNKNOWN, widget=RowRadioSelect)
    nationality = NationalityField(required=False)
    origin = PlainTextField(label=_("Country of origin"), max_length=80, required=False)
    language = LanguageField(label=_("Language"), required=False)
    mediator_needed = forms.ChoiceField(
        label=_("Language mediator needed"),
        choices=YesNo.choices,
        initial=YesNo.NOT_ASKED,
        widget=RowRadioSelect,
    )
    municipality = MunicipalityField(required=False)
    telephone = PlainTextField(label=_("Telephone"), max_length=40, required=False)
    unaccompanied_minor = forms.BooleanField(label=_("Came unaccompanied as a minor"), required=False)

    title = forms.ChoiceField(label=_("Residence title"), choices=Title.choices, initial=Title.UNKNOWN)
    basis = PlainTextField(
        label=_("Legal basis of the title"),
        max_length=60,
        required=False,
        help_text=_("For example § 25 Abs. 2 AufenthG."),
        widget=forms.TextInput(attrs={"list": "bases", "autocomplete": "off"}),
    )
    residence_from = DayField(label=_("Valid from"), required=False)
    effective_until = DayField(label=_("Legally effective until"), required=False)
    printed_until = DayField(label=_("Printed until"), required=False)
    effective_reason = PlainTextField(
        label=_("Why the two days differ"),
        max_length=200,
        required=False,
        help_text=_("For example § 81 Abs. 4 AufenthG: applied for in time."),
    )

    occasion = PlainTextField(
        label=_("Occasion"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One or two sentences: why this case is taken up. Every agency that you bring in reads them."
        ),
    )
    legal_basis = BasisChoice(
        label=_("On which basis does your agency work with the person?"),
        queryset=LegalBasis.objects.none(),
        empty_label=_("please choose"),
    )
    file_number = PlainTextField(label=_("Your own file number"), max_length=60, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(
            "forms.ModelChoiceField[LegalBasis]", self.fields["legal_basis"]
        ).queryset = LegalBasis.objects.in_force(today())

    @property
    def known_bases(self) -> list[str]:
        """Bases that decide about the target group, as suggestions."""
        return sorted({basis for _title, basis, _group in TARGET_GROUP_OF_TITLE if basis})

    def clean(self) -> dict[str, Any]:
        """The days of the residence title must be possible."""
        cleaned: dict[str, Any] = super().clean() or {}
        days = {column: cleaned.get(name) for name, column in RESIDENCE.items()}
        if refusal := impossible(days, birth=cleaned.get("birth", "")):
            names = {column: name for name, column in RESIDENCE.items()}
            self.add_error(names[str(refusal.field)], refusal.sentence)
        return cleaned

    def take_up(self) -> TakeUp:
        """What the action needs; a title that nobody knows anything about is left out."""
        data = self.cleaned_data
        nationalities = [data["nationality"]] if data["nationality"] else []
        residence = {column: data[name] for name, column in RESIDENCE.items()}
        known = residence["title"] != Title.UNKNOWN or any(v for k, v in residence.items() if k != "title")
        return TakeUp(
            person={name: data[name] for name in PERSON} | {"nationalities": nationalities},
            whereabouts={name: data[name] for name in WHEREABOUTS},
            legal_basis=data["legal_basis"],
            residence=residence if known else {},
            occasion=data["occasion"],
            file_number=data["file_number"],
        )
