"""Texts of the catalogues: a form for each, and those to check and to end one."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.models import CheckedText, Language
from cases.models import AreaPrompts, LeadQuestion, LegalBasis
from cases.models.legal_basis import BasisKind
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField
from core.today import today

PLACES = 20


class CatalogueTextForm(forms.Form):
    """What every text has: a source to compare it with, and the day from which this version counts."""

    model: type[CheckedText]

    def __init__(self, *args: Any, text: CheckedText | None, **kwargs: Any) -> None:
        stored = {} if text is None else {name: getattr(text, name) for name in (*text.CONTENT, "source")}
        kwargs["initial"] = {**stored, "valid_from": today()}
        super().__init__(*args, **kwargs)
        self.fields["source"] = PlainTextField(
            label=_("Source"),
            max_length=200,
            help_text=_("With what the second person compares the text, for example a link to the statute."),
        )
        self.fields["valid_from"] = DayField(label=_("Counts from"))
        self.fields["seen"] = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @property
    def seen(self) -> UUID | None:
        """The version that she had before her."""
        key: UUID | None = self.cleaned_data.get("seen")
        return key

    def text(self) -> CheckedText:
        """The new version, not stored yet."""
        return self.model(**{name: value for name, value in self.cleaned_data.items() if name != "seen"})


class LegalBasisForm(CatalogueTextForm):
    """Citation, what it allows, and its kind."""

    model = LegalBasis

    citation = PlainTextField(
        label=_("Citation"), max_length=120, help_text=_("For example § 69 Abs. 1 Nr. 1 SGB X.")
    )
    title = PlainTextField(label=_("What it allows"), max_length=300)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=BasisKind.choices, initial=BasisKind.STATUTE, widget=forms.RadioSelect
    )


class LeadQuestionForm(CatalogueTextForm):
    """The wording, and its place in the guide."""

    model = LeadQuestion

    wording = PlainTextField(
        label=_("Wording"), max_length=200, help_text=_("As it is asked, in the Sie form and in plain words.")
    )
    position = forms.IntegerField(
        label=_("Place in the guide"),
        min_value=1,
        max_value=PLACES,
        initial=1,
        widget=forms.NumberInput(attrs={"class": "kern-form-input__input--short"}),
    )


class AreaPromptsForm(CatalogueTextForm):
    """The prompts of one life area."""

    model = AreaPrompts

    prompts = PlainTextField(
        label=_("Prompts"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("One prompt on each line: the situation, wishes, agencies, how it went."),
    )


class LanguageForm(CatalogueTextForm):
    """The German name, the own name, and the direction of writing."""

    model = Language

    name = PlainTextField(label=_("Name in German"), max_length=60)
    own_name = PlainTextField(label=_("Own name"), max_length=60, help_text=_("In its own script."))
    right_to_left = forms.BooleanField(label=_("Written from right to left"), required=False)


FORMS: dict[type[CheckedText], type[CatalogueTextForm]] = {
    form.model: form for form in (LegalBasisForm, LeadQuestionForm, AreaPromptsForm, LanguageForm)
}


class CheckForm(forms.Form):
    """What the second person says."""

    against = PlainTextField(
        label=_("Compared with"), max_length=300, help_text=_("With what you have compared the text.")
    )
    confirmed = forms.BooleanField(label=_("I have checked this text."))


class EndForm(forms.Form):
    """From when on it counts no longer."""

    valid_until = DayField(
        label=_("First day on which it counts no longer"),
        required=False,
        help_text=_("Empty: it counts until it is ended."),
    )


class CatalogueFilterForm(forms.Form):
    """How a catalogue can be narrowed; sent by GET. What it does not know it ignores."""

    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("all that count")),
            ("unchecked", _("not checked yet")),
            ("over", _("no longer in force")),
        ],
    )
    order = forms.ChoiceField(
        label=_("Order"),
        required=False,
        choices=[("", _("by name")), ("latest", _("latest change first"))],
    )

    @property
    def chosen(self) -> dict[str, str]:
        """The valid part of what was asked for."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
