"""What is asked in one life area of the interview."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.forms.life_area_form import SHARED, share_field
from cases.forms.long_text import LONG_TEXT, TypedText
from core.forms.fields import RatingField
from core.forms.plain_text import PlainTextField


def answer_fields() -> dict[str, forms.Field]:
    """All may stay empty; not asked is an honest answer."""
    rating = RatingField(label=_("Own rating"), ends=(_("very bad"), _("very good")))
    rating.choices = [*((str(step), str(step)) for step in range(1, 6)), ("", _("not asked"))]
    return {
        "situation": PlainTextField(
            label=_("Situation"), max_length=LONG_TEXT, required=False, widget=TypedText()
        ),
        "wishes": PlainTextField(label=_("Wishes"), max_length=LONG_TEXT, required=False, widget=TypedText()),
        "agencies_involved": PlainTextField(label=_("Agencies involved"), max_length=300, required=False),
        "rating": rating,
        SHARED: share_field(),
    }
