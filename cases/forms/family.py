"""A relative: another person of Fallbrücke, or somebody without a record."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.forms.case_number import CaseNumberField
from cases.models import FamilyLink
from cases.models.family_link import Kinship
from core.forms.partial_date import PartialDateField
from core.forms.plain_text import PlainTextField

ABOUT = ("name", "birth", "place", "note")


class RelativeForm(forms.Form):
    """What the relative is to the person, and what is known about her or him."""

    kind = forms.ChoiceField(label=_("The relative is"), choices=[("", _("please choose")), *Kinship.choices])
    name = PlainTextField(
        label=_("Name of the relative"),
        max_length=160,
        required=False,
        widget=forms.TextInput({"dir": "auto"}),
    )
    birth = PartialDateField(label=_("Date of birth"), required=False)
    place = PlainTextField(
        label=_("Where the relative is"),
        max_length=80,
        required=False,
        help_text=_("A word is enough, for example: country of origin, same flat, not known."),
    )
    note = PlainTextField(
        label=_("Note"), max_length=300, required=False, widget=forms.TextInput({"dir": "auto"})
    )

    def family(self) -> dict[str, Any]:
        """Arguments of the action."""
        data = self.cleaned_data
        return {"kind": data["kind"], "about": {name: data[name] for name in ABOUT if name in data}}


class FamilyForm(RelativeForm):
    """A new link: the number of the other case, or a name."""

    number = CaseNumberField(
        label=_("Case number"),
        required=False,
        help_text=_("If your agency sees the relative's case. Otherwise enter a name below."),
    )
    field_order = ["kind", "number"]

    def __init__(self, *args: Any, by: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("CaseNumberField", self.fields["number"]).by = by

    def clean(self) -> dict[str, Any]:
        """One of the two, and not both: the other case has its own name and birth."""
        cleaned: dict[str, Any] = super().clean() or {}
        if "number" in cleaned and (cleaned["number"] is None) == (not cleaned.get("name")):
            raise ValidationError({"name": _("Please name either a case or a name.")})
        return cleaned

    def family(self) -> dict[str, Any]:
        """With the other case, which has its own name and birth."""
        arguments = super().family()
        relative = self.cleaned_data["number"]
        if relative is not None:
            arguments["about"] = {"note": arguments["about"]["note"]}
        return {**arguments, "relative": relative}


class LinkForm(RelativeForm):
    """A link that is corrected; of a person with a case of her own only kinship and note."""

    def __init__(self, *args: Any, link: FamilyLink, kind: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"kind": kind, **{name: getattr(link, name) for name in ABOUT}}
        super().__init__(*args, **kwargs)
        if link.relative_id is None:
            self.fields["name"].required = True
        else:
            for name in ("name", "birth", "place"):
                del self.fields[name]
