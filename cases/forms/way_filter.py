"""How the way and the time line can be narrowed; what it does not know it ignores."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models.vocabulary import LifeArea


class WayFilterForm(forms.Form):
    """By life area; sent by GET, so that a view can be kept as a bookmark."""

    life_area = forms.ChoiceField(
        label=_("Life area"), required=False, choices=[("", _("all life areas")), *LifeArea.choices]
    )

    @property
    def chosen_area(self) -> str:
        """The valid part of what was asked for."""
        self.is_valid()
        return str(self.cleaned_data.get("life_area", ""))
