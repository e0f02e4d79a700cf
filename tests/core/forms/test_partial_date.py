"""A date of birth is entered as far as it is known."""

import pytest
from django import forms
from django.core.exceptions import ValidationError

from core.forms.partial_date import PartialDateField, PartialDateInput


@pytest.mark.parametrize(
    ("entered", "value"),
    [
        (("", "", ""), ""),
        (("", "", "1992"), "1992"),
        (("", "3", "1992"), "1992-03"),
        (("14", "03", "1992"), "1992-03-14"),
        (("١٤", "٠٣", "١٩٩٢"), "1992-03-14"),
    ],
)
def test_parts_become_one_value(entered: tuple[str, str, str], value: str) -> None:
    assert PartialDateField(required=False).clean(entered) == value


@pytest.mark.parametrize(
    "entered",
    [
        ("14", "", "1992"),
        ("", "3", ""),
        ("1", "3", "92"),
        ("30", "2", "1992"),
        ("", "13", "1992"),
        ("", "", "199x"),
        ("", "", "1492"),
        ("1", "1", "9999"),
        ("\x00", "1", "1992"),
        ("1" * 5000, "1", "1992"),
        ("1", "0" * 5000, "1992"),
    ],
)
def test_what_is_no_date_is_refused_with_one_sentence(entered: tuple[str, str, str]) -> None:
    with pytest.raises(ValidationError) as error:
        PartialDateField(required=False).clean(entered)

    assert len(error.value.messages) == 1


@pytest.mark.parametrize(
    ("value", "shown"),
    [("", ["", "", ""]), ("1992", ["", "", "1992"]), ("1992-03-14", ["14", "03", "1992"])],
)
def test_a_stored_value_is_shown_in_its_parts(value: str, shown: list[str]) -> None:
    assert PartialDateInput().decompress(value) == shown


def test_nothing_entered_is_an_error_only_where_it_is_required() -> None:
    with pytest.raises(forms.ValidationError):
        PartialDateField().clean(("", "", ""))
