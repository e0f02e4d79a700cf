"""Text as people write it: any script and direction, but nothing that a database or a reader trips over."""

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Control characters except tab and line break, and halves of surrogate pairs. Marks of direction (U+200E,
# U+200F, U+2066 to U+2069) are no control characters in this sense: Arabic names need them.
UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


# A paper of empty lines would hold up the papers of everybody else.
LINES_AT_MOST = 500
# Unicode's general categories: format characters, spaces, line and paragraph ends, control characters.
INVISIBLE = frozenset({"Cf", "Zs", "Zl", "Zp", "Cc"})

UNSTORABLE_LETTER = _(
    "The text contains a character at position %(position)d that cannot be stored. Please delete it."
)
TOO_MANY_LINES = _("The text has too many lines, at most %(limit)d fit. Please shorten it.")


def plain(text: str) -> str:
    """The text with single line breaks, empty when there is nothing in it to read.

    Raises ValidationError for what cannot be stored, and for too many lines.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := UNSTORABLE.search(text):
        position = {"position": found.start() + 1}
        raise ValidationError(UNSTORABLE_LETTER, code="unstorable", params=position)
    if text.count("\n") > LINES_AT_MOST:
        raise ValidationError(TOO_MANY_LINES, code="max_lines", params={"limit": LINES_AT_MOST})
    # Nothing but marks of direction and spaces is nothing to read.
    return text if any(unicodedata.category(letter) not in INVISIBLE for letter in text) else ""


class PlainTextField(forms.CharField):
    """One line of plain text, or several with `widget=forms.Textarea`; refuses with a sentence, never cuts."""

    default_error_messages = {
        # Django's own msgid: our German sentence for it thereby counts for every field of every form
        "required": _("This field is required."),
        "max_length": _(
            "The text has %(show_value)d characters, at most %(limit_value)d fit. Please shorten it."
        ),
    }

    def to_python(self, value: Any) -> Any:
        """The text with single line breaks, as a browser counts them."""
        text = super().to_python(value)
        if not isinstance(text, str):
            return text
        return plain(text)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without maxlength: a browser cuts what is pasted beyond it, and nobody notices."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs
