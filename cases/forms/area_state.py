"""How one life area stands."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.life_area_form import SHARED, share_field
from cases.models import AreaState
from cases.models.area_state import NEED_LENGTH, AreaProgress
from core.forms.fields import RowRadioSelect
from core.forms.plain_text import PlainTextField


class AreaStateForm(forms.Form):
    """State, need, and whether the agencies in this area read it; it is never shared beforehand."""

    state = forms.ChoiceField(label=_("How it stands"), choices=AreaProgress.choices, widget=RowRadioSelect)
    need = PlainTextField(
        label=_("What is needed"),
        max_length=NEED_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, present: AreaState | None, **kwargs: Any) -> None:
        if present is not None:
            kwargs["initial"] = {name: getattr(present, name) for name in ("state", "need", SHARED)}
        super().__init__(*args, **kwargs)
        self.fields[SHARED] = share_field()
        self.fields[SHARED].widget.attrs["aria-describedby"] = "readers-area"
