"""Every field is drawn with KERN's markup, and an error is tied to the field that it is about."""

import re
from typing import Any

import pytest
from django import forms

from core.forms.bound_field import KernBoundField
from core.forms.fields import DayField, RatingField, RowRadioSelect
from core.forms.partial_date import PartialDateField
from core.forms.plain_text import PlainTextField

CHOICES = [("yes", "ja"), ("no", "nein")]


class EveryKind(forms.Form):
    line = PlainTextField(label="Zeile", help_text="Hinweis <b>")
    text = PlainTextField(label="Text", widget=forms.Textarea, required=False)
    choice = forms.ChoiceField(label="Auswahl", choices=[("", "Bitte wählen"), *CHOICES])
    one = forms.ChoiceField(label="Eines", choices=CHOICES, widget=RowRadioSelect)
    several = forms.MultipleChoiceField(label="Mehrere", choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    box = forms.BooleanField(label="Kästchen")
    birth = PartialDateField(label="Geburt")
    day = DayField(label="Tag")
    mail = forms.EmailField(label="E-Mail", widget=forms.EmailInput(attrs={"placeholder": "E-Mail"}))
    secret = forms.CharField(label="Kennwort", widget=forms.PasswordInput)
    number = forms.IntegerField(label="Zahl")
    rating = RatingField(label="Bewertung", ends=("schlecht", "gut"))


FIELDS = list(EveryKind.base_fields)


def drawn(name: str, data: dict[str, Any] | None = None) -> str:
    return EveryKind(data)[name].as_field_group()


@pytest.mark.parametrize("name", FIELDS)
def test_every_label_leads_to_a_control(name: str) -> None:
    html = drawn(name)
    labels = re.findall(r'for="([^"]+)"', html)

    assert labels
    assert set(labels) <= set(re.findall(r'\bid="([^"]+)"', html))
    assert "kern-" in html


@pytest.mark.parametrize("name", [name for name in FIELDS if EveryKind.base_fields[name].required])
def test_an_error_is_announced_with_its_field_and_linked_from_the_summary(name: str) -> None:
    html = drawn(name, {})
    field = EveryKind({})[name]
    assert isinstance(field, KernBoundField)

    assert f'id="id_{name}_error"' in html
    assert re.search(rf'aria-describedby="[^"]*id_{name}_error', html)
    assert 'aria-invalid="true"' in html
    assert f'id="{field.anchor}"' in html
    assert f'href="#{field.anchor}"' in str(EveryKind({}))


def test_optional_fields_say_so_and_required_ones_do_not() -> None:
    assert "kern-label__optional" in drawn("text")
    assert "kern-label__optional" not in drawn("line")


def test_hints_are_escaped() -> None:
    assert "Hinweis &lt;b&gt;" in drawn("line")


def test_a_label_is_not_repeated_inside_the_field() -> None:
    assert "placeholder" not in drawn("mail")


def test_not_rated_is_none_and_a_rating_is_a_number() -> None:
    field = RatingField()

    assert field.clean("") is None
    assert field.clean("4") == 4


def test_a_day_is_understood_in_both_ways_of_writing() -> None:
    assert DayField().clean("22.11.2026") == DayField().clean("2026-11-22")
