"""A language as a form asks for it: one of the catalogue, or kept as it was typed."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agencies.models.language import ListedLanguages
from core.forms.plain_text import PlainTextField

AS_TYPED = "as_typed"


class LanguageInput(forms.MultiWidget):
    """One line with suggestions; for a language that nobody listed, a box that keeps it as typed.

    In what is sent, the text has the name of the field, the box the same with `_as_typed`.
    """

    template_name = "agencies/language_input.html"
    use_fieldset = False

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        text = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__({"": text, AS_TYPED: forms.CheckboxInput()}, attrs)

    @property
    def listed(self) -> ListedLanguages:
        """The catalogue as it stands now; a widget outlives the request in which its form was defined."""
        return ListedLanguages()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """With the suggestions, and with the box where it is needed."""
        listed = self.listed
        typed, as_typed = value if isinstance(value, list | tuple) else (value, bool(value))
        context = super().get_context(name, [typed, as_typed], attrs)
        line, box = context["widget"]["subwidgets"]
        line["attrs"]["list"] = f"{line['attrs']['id']}_listed"
        box["attrs"] = {
            "id": box["attrs"]["id"],
            "class": "kern-form-check__checkbox",
            **({"checked": True} if as_typed else {}),
        }
        context["listed"] = listed.all
        context["asks_whether_to_keep"] = bool(typed) and listed.called(str(typed)) is None
        return context

    def decompress(self, value: str | None) -> list[Any]:
        """A stored language was kept once, so it may stay."""
        return [value or "", bool(value)]

    def id_for_label(self, id_: str) -> str:
        """The label names the line."""
        return f"{id_}_0" if id_ else id_


class LanguageField(forms.MultiValueField):
    """Gives the German name of a listed language, found by its German or own name in any case; else what was typed."""

    widget = LanguageInput

    def __init__(self, *, max_length: int = 60, **kwargs: Any) -> None:
        parts = [PlainTextField(required=False, max_length=max_length), forms.BooleanField(required=False)]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: Sequence[Any]) -> str:
        """The name; a language that nobody listed only if that is what she wants."""
        typed, as_typed = data_list or ("", False)
        return named(typed, as_typed=as_typed, listed=ListedLanguages()) if typed else ""


def named(typed: str, *, as_typed: bool, listed: ListedLanguages) -> str:
    """The German name of a listed language; raises ValidationError for another one that is not meant as typed."""
    if found := listed.called(typed):
        return found.name
    if as_typed:
        return typed
    sentence = _("“%(language)s” is not in the list of languages.") % {"language": typed}
    if near := listed.like(typed):
        sentence += " " + _("Do you mean %(near)s?") % {"near": get_text_list(near, _("or"))}
    raise ValidationError(f"{sentence} {KEEP}", code="unlisted")


KEEP = gettext_lazy("If it is right, tick “Keep as typed”.")
