"""What other programs send is taken by the same rules as what is typed in the forms."""

import pytest
from django.core.exceptions import ValidationError as DjangoError
from rest_framework import serializers

from config import urls
from core.api_strict import Day, PlainText, Strict, StrictModel

LOOSE = (serializers.CharField, serializers.DateField)


def of_all() -> list[type[Strict]]:
    """Every serializer of what is sent; the addresses bring all of them with them."""
    assert urls.urlpatterns
    found, waiting = [], [Strict]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        found += kinds
        waiting += kinds
    # Without Meta it is what others are made of.
    return [kind for kind in found if hasattr(kind, "Meta") or not issubclass(kind, StrictModel)]


def test_no_text_and_no_day_is_read_without_the_rule() -> None:
    fields = [(kind.__name__, name, field) for kind in of_all() for name, field in kind().fields.items()]
    assert len(fields) > 50
    # A class of the framework's own, not one that is made of it; the place in a list is a token that is read whole.
    loose = {f"{kind}.{name}" for kind, name, field in fields if type(field) in LOOSE and not field.read_only}
    assert {each for each in loose if not each.endswith("Serializer.position")} == {"PageQuery.position"}


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2101-01-01", "9999-12-31", "2025-02-29"])
def test_a_day_that_nobody_can_have_meant_is_refused(day: str) -> None:
    with pytest.raises((DjangoError, serializers.ValidationError), match=r"Jahr|Datum"):
        Day().run_validation(day)


@pytest.mark.parametrize("text", ["\u200b", " \u2060 ", "\n\n"])
def test_text_without_anything_to_read_is_none(text: str) -> None:
    with pytest.raises(serializers.ValidationError):
        PlainText().run_validation(text)
    assert PlainText(allow_blank=True).run_validation(text) == ""
