"""A form with one section for each life area; an area without a word is an area that was not asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from cases.area_readers import AreaReader
from cases.models import AreaPrompts
from cases.models.vocabulary import LifeArea

SHARED = "shared"


@dataclass(frozen=True, slots=True)
class AreaField:
    """A field inside of its section, where the area is known and need not be named again."""

    label: str
    field: BoundField


@dataclass(frozen=True, slots=True)
class AreaSection:
    """One life area of a form: its fields, how it stands, who would read it, and what one may think of."""

    area: LifeArea
    fields: Sequence[AreaField]
    shared: BoundField
    readers: Sequence[AreaReader]
    prompts: AreaPrompts | None

    @property
    def anchor(self) -> str:
        """Where the index leads to."""
        return f"area-{self.area}"

    @property
    def has_errors(self) -> bool:
        """Something in it has to be corrected."""
        return any(each.field.errors for each in self.fields)

    @property
    def state(self) -> str:
        """One of "empty" (not asked), "own" (for her own agency) and "shared"."""
        if not any(each.field.value() for each in self.fields):
            return "empty"
        return "shared" if self.shared.value() else "own"

    @property
    def beginning(self) -> str:
        """The first words of what is in it, for the closed section."""
        texts = (str(each.field.value() or "") for each in self.fields)
        return Truncator(next(filter(None, texts), "")).chars(120)


class LifeAreaForm(forms.Form):
    """Its fields of a life area are named "housing-situation"; subclasses say which there are."""

    def __init__(
        self,
        *args: Any,
        readers: Mapping[str, Sequence[AreaReader]],
        prompts: Mapping[str, AreaPrompts] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._readers = readers
        self._prompts = prompts or {}
        self._labels: dict[str, dict[str, str]] = {}
        for area in LifeArea:
            fields = self.area_fields()
            self._labels[area] = {name: str(field.label) for name, field in fields.items()}
            for name, field in fields.items():
                # The list of errors at the top must say which area is meant.
                field.label = f"{area.label}: {field.label}"
                self.fields[f"{area}-{name}"] = field
            fields[SHARED].widget.attrs["aria-describedby"] = f"readers-{area}"

    def area_fields(self) -> dict[str, forms.Field]:
        """New fields for one life area, the box for sharing last."""
        raise NotImplementedError

    @property
    def sections(self) -> list[AreaSection]:
        """The twelve life areas in their order."""
        return [self._section(area) for area in LifeArea]

    def said_in_areas(self) -> dict[str, dict[str, Any]]:
        """What was entered, by life area; areas without a word are left out."""
        entered = {area: self._entered_in(area) for area in LifeArea.values}
        return {area: values for area, values in entered.items() if _says_something(values)}

    def _section(self, area: LifeArea) -> AreaSection:
        fields = [
            AreaField(label, self[f"{area}-{name}"])
            for name, label in self._labels[area].items()
            if name != SHARED
        ]
        shared, readers = self[f"{area}-{SHARED}"], self._readers.get(area, ())
        return AreaSection(area, fields, shared, readers, self._prompts.get(area))

    def _entered_in(self, area: str) -> dict[str, Any]:
        prefix = f"{area}-"
        return {
            name.removeprefix(prefix): value
            for name, value in self.cleaned_data.items()
            if name.startswith(prefix)
        }


def share_field() -> forms.BooleanField:
    """The box that opens an area to other agencies; it is never ticked beforehand."""
    return forms.BooleanField(label=_("Shared with agencies that cover this area"), required=False)


def _says_something(values: dict[str, Any]) -> bool:
    return any(value not in ("", None) for name, value in values.items() if name != SHARED)
