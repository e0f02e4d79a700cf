"""Fields about a person that several forms ask for."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models.municipality import Municipality
from cases.models.nationality import nationality_choices


class MunicipalityField(forms.ChoiceField):
    """One of the sixteen, or beyond the Kreis; not known is an answer."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Municipality"))
        super().__init__(choices=[("", _("not known")), *Municipality.choices], **kwargs)


def _nationalities() -> Iterable[tuple[str, Any]]:
    return [("", _("not known")), *nationality_choices()]


class NationalityField(forms.ChoiceField):
    """One nationality by its name in the language of the page."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Nationality"))
        super().__init__(choices=_nationalities, **kwargs)
