"""Text is stored as it was written, or refused with a sentence; it is never cut in silence."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from core.forms.plain_text import PlainTextField

WRITTEN = [
    "أمينة",
    "\u200fمحمد\u200f (Mohammed)",
    "ሰላም ተስፋይ",
    "Straße ẞ, Ağrı, Łódź",
    "Zeile 1\nZeile 2\tmit Abstand",
    "👩‍👧‍👦",
    "e" + "\u0301" * 50,
]


@pytest.mark.parametrize("text", WRITTEN)
def test_text_of_any_script_is_kept(text: str) -> None:
    assert PlainTextField().clean(text) == text


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x0b", "\x7f", "\x9d", "\ud800"])
def test_what_cannot_be_stored_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(ValidationError) as error:
        PlainTextField().clean(f"ab{character}cd")

    assert error.value.code == "unstorable"
    assert "3" in error.value.messages[0]


def test_a_line_break_counts_once_as_in_the_browser() -> None:
    assert PlainTextField(max_length=3).clean("a\r\nb") == "a\nb"


def test_ten_thousand_characters_fit_or_get_a_sentence() -> None:
    text = "x" * 10_000

    assert PlainTextField(max_length=10_000).clean(text) == text
    with pytest.raises(ValidationError) as error:
        PlainTextField(max_length=500).clean(text)
    assert len(error.value.messages) == 1
    assert "10000" in error.value.messages[0].replace(".", "")


def test_the_browser_is_not_told_to_cut() -> None:
    class Form(forms.Form):
        text = PlainTextField(max_length=500, widget=forms.Textarea)

    assert "maxlength" not in str(Form()["text"])
