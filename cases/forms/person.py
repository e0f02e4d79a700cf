"""Who somebody is, where she lives, what she speaks: each in a small form of its own."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from agencies.forms.language import LanguageField
from cases.actions.change_languages import Spoken
from cases.forms.person_fields import MunicipalityField, NationalityField
from cases.models import FurtherLanguage, Migrant, Whereabouts
from cases.models.further_language import LANGUAGES_AT_MOST
from cases.models.migrant import ALIASES_AT_MOST, NATIONALITIES_AT_MOST
from cases.models.vocabulary import Sex, TargetGroup, YesNo
from core.forms.email_address import EmailAddressField
from core.forms.fields import DayField, RowRadioSelect
from core.forms.partial_date import PartialDateField
from core.forms.plain_text import PlainTextField

# So many lines are open at once; further ones are folded.
SHOWN = 2

PERSON = ("family_name", "given_names", "birth", "sex", "origin", "unaccompanied_minor")
WHEREABOUTS = ("street", "postal_code", "town", "municipality", "telephone", "email")


class PersonForm(forms.Form):
    """Names as printed; several other names and nationalities, a line for each."""

    family_name = PlainTextField(
        label=_("Family name"), max_length=120, help_text=_("As printed in the papers.")
    )
    given_names = PlainTextField(label=_("Given names"), max_length=120, required=False)
    birth = PartialDateField(label=_("Date of birth"), required=False)
    sex = forms.ChoiceField(label=_("Sex"), choices=Sex.choices, widget=RowRadioSelect)
    origin = PlainTextField(label=_("Country of origin"), max_length=80, required=False)
    unaccompanied_minor = forms.BooleanField(label=_("Came unaccompanied as a minor"), required=False)

    def __init__(self, *args: Any, migrant: Migrant, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(migrant, name) for name in PERSON}
        super().__init__(*args, **kwargs)
        for number in range(ALIASES_AT_MOST):
            self.fields[f"alias_{number + 1}"] = PlainTextField(
                label=_("Other name %(number)d") % {"number": number + 1},
                max_length=160,
                required=False,
                initial="".join(migrant.aliases[number : number + 1]),
                widget=forms.TextInput(attrs={"dir": "auto"}),
            )
        for number in range(NATIONALITIES_AT_MOST):
            self.fields[f"nationality_{number + 1}"] = NationalityField(
                label=_("Nationality %(number)d") % {"number": number + 1},
                required=False,
                initial="".join(migrant.nationalities[number : number + 1]),
            )

    @property
    def aliases(self) -> "Lines":
        """The lines for other names."""
        return Lines(self, "alias", count=ALIASES_AT_MOST)

    @property
    def nationalities(self) -> "Lines":
        """The lines for nationalities."""
        return Lines(self, "nationality", count=NATIONALITIES_AT_MOST)

    def person(self) -> dict[str, Any]:
        """What the action needs; each nationality counts once."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in PERSON},
            "aliases": self.aliases.filled(),
            "nationalities": list(dict.fromkeys(self.nationalities.filled())),
        }


class Lines:
    """Several fields for several answers of one kind."""

    def __init__(self, form: forms.Form, name: str, *, count: int) -> None:
        self.form = form
        self.fields = [form[f"{name}_{number + 1}"] for number in range(count)]
        used = max((number + 1 for number, field in enumerate(self.fields) if field.value()), default=0)
        self.open = self.fields[: max(SHOWN, used)]
        self.folded = self.fields[max(SHOWN, used) :]

    def filled(self) -> list[str]:
        """The answers that were given."""
        return [
            self.form.cleaned_data[field.name] for field in self.fields if self.form.cleaned_data[field.name]
        ]


class WhereaboutsForm(forms.Form):
    """Every part may be unknown."""

    street = PlainTextField(label=_("Street and number"), max_length=160, required=False)
    postal_code = PlainTextField(label=_("Postal code"), max_length=10, required=False)
    town = PlainTextField(label=_("Town"), max_length=80, required=False)
    municipality = MunicipalityField(required=False)
    telephone = PlainTextField(label=_("Telephone"), max_length=40, required=False)
    email = EmailAddressField(label=_("E-mail address"), required=False)

    def __init__(self, *args: Any, present: Whereabouts | None, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(present, name, "") for name in WHEREABOUTS}
        super().__init__(*args, **kwargs)


class BlockForm(forms.Form):
    """Whether there is a block, and its last day."""

    blocked = forms.BooleanField(label=_("There is an information block"), required=False)
    until = DayField(
        label=_("Last day"),
        required=False,
        help_text=_("As the registration office has set it, usually two years. Empty: until it is lifted."),
    )

    def __init__(self, *args: Any, migrant: Migrant, **kwargs: Any) -> None:
        kwargs["initial"] = {"blocked": migrant.information_block, "until": migrant.blocked_until}
        super().__init__(*args, **kwargs)


class LanguagesForm(forms.Form):
    """The main language and further ones, each with its need of a mediator."""

    language = LanguageField(label=_("Main language"), required=False)
    mediator_needed = forms.ChoiceField(
        label=_("Language mediator needed"), choices=YesNo.choices, widget=RowRadioSelect
    )

    def __init__(
        self, *args: Any, migrant: Migrant, further: Iterable[FurtherLanguage], **kwargs: Any
    ) -> None:
        kwargs["initial"] = {"language": migrant.language, "mediator_needed": migrant.mediator_needed}
        super().__init__(*args, **kwargs)
        stored = list(further)
        for number in range(1, LANGUAGES_AT_MOST + 1):
            known = stored[number - 1] if number <= len(stored) else None
            self.fields[f"further_{number}"] = LanguageField(
                label=_("Further language %(number)d") % {"number": number},
                required=False,
                initial=known.language if known else "",
            )
            self.fields[f"needed_{number}"] = forms.ChoiceField(
                label=_("Mediator needed with language %(number)d") % {"number": number},
                choices=YesNo.choices,
                required=False,
                initial=known.mediator_needed if known else YesNo.NOT_ASKED,
            )

    @property
    def open(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The lines that are filled, and one more at least."""
        return self._lines[: self._used]

    @property
    def folded(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The others."""
        return self._lines[self._used :]

    @property
    def _lines(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [
            (self[f"further_{number}"], self[f"needed_{number}"])
            for number in range(1, LANGUAGES_AT_MOST + 1)
        ]

    @property
    def _used(self) -> int:
        filled = [number for number, (language, _needed) in enumerate(self._lines) if _typed(language)]
        return max(SHOWN, max(filled, default=-1) + 1)

    def languages(self) -> dict[str, Any]:
        """Arguments of the action."""
        data = self.cleaned_data
        further: list[Spoken] = [
            (data[f"further_{number}"], data[f"needed_{number}"] or YesNo.NOT_ASKED)
            for number in range(1, LANGUAGES_AT_MOST + 1)
        ]
        return {"main": (data["language"], data["mediator_needed"]), "further": further}


class TargetGroupForm(forms.Form):
    """A group set by hand goes before the table; empty gives the table its word back."""

    group = forms.ChoiceField(
        label=_("Target group"),
        choices=[("", _("follows the residence title")), *TargetGroup.choices],
        required=False,
    )
    reason = PlainTextField(
        label=_("Reason"),
        max_length=300,
        required=False,
        help_text=_("Needed when the group is set by hand; every agency in the case reads it."),
    )

    def __init__(self, *args: Any, migrant: Migrant, **kwargs: Any) -> None:
        kwargs["initial"] = {"group": migrant.target_group_override, "reason": migrant.override_reason}
        super().__init__(*args, **kwargs)


def _typed(language: forms.BoundField) -> bool:
    value = language.value()
    return bool(value[0] if isinstance(value, list | tuple) else value)
