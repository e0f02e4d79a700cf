"""What an analysis says about one life area."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.life_area_form import SHARED, share_field
from cases.forms.long_text import LONG_TEXT, TypedText
from core.forms.fields import DayField
from core.forms.plain_text import PlainTextField


def row_fields() -> dict[str, forms.Field]:
    """A row of the analysis; an area in which all stays empty has none."""
    return {
        "situation": PlainTextField(
            label=_("Situation"), max_length=LONG_TEXT, required=False, widget=TypedText()
        ),
        "resources": PlainTextField(
            label=_("Resources"), max_length=LONG_TEXT, required=False, widget=TypedText()
        ),
        "need": PlainTextField(label=_("Need"), max_length=LONG_TEXT, required=False, widget=TypedText()),
        "agencies": PlainTextField(label=_("Agencies involved"), max_length=300, required=False),
        "deadline": DayField(label=_("Deadline"), required=False),
        "deadline_note": PlainTextField(label=_("Note on the deadline"), max_length=120, required=False),
        SHARED: share_field(),
    }
