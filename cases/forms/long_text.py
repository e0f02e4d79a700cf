"""A field for several lines, in whatever script and direction somebody types."""

from django import forms

LONG_TEXT = 10_000


class TypedText(forms.Textarea):
    """Grows with its text; its direction follows its first letter."""

    def __init__(self, *, is_tall: bool = False) -> None:
        attrs = {"rows": 7, "class": "fb-tall"} if is_tall else {"rows": 3}
        super().__init__(attrs={**attrs, "dir": "auto"})
