"""What is sent is taken literally: a name nobody knows is an error, a name that is only answered is passed over."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from core.forms.fields import check_year
from core.forms.plain_text import plain


class PlainText(serializers.CharField):
    """Text by the same rule as in the forms: any script, no control characters, single line breaks."""

    default_error_messages = {
        # The framework's own msgid: our German sentence for it thereby counts, in the polite form.
        "max_length": _("Ensure this field has no more than {max_length} characters."),
    }

    def to_internal_value(self, data: Any) -> str:
        """The text as it is stored."""
        text = plain(super().to_internal_value(data))
        if not text and not self.allow_blank:
            self.fail("blank")
        return text


class Day(serializers.DateField):
    """One day by the same rule as in the forms: in a year that somebody can have meant."""

    def to_internal_value(self, data: Any) -> date:
        """The day."""
        day = super().to_internal_value(data)
        check_year(day)
        return day


class KeyField(serializers.PrimaryKeyRelatedField[Any]):
    """Names an object by its UUID; foreign, missing and misspelt ones give the same answer.

    A subclass says by get_queryset which objects may be named here.
    """

    default_error_messages = {"does_not_exist": _("There is no such entry, or it is not open to you.")}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(pk_field=serializers.UUIDField(), **kwargs)

    def to_internal_value(self, data: Any) -> models.Model:
        """The object, among those that may be named here."""
        try:
            key = UUID(str(data))
        except ValueError:
            self.fail("does_not_exist")
        open_to_her = cast("models.QuerySet[Any]", self.get_queryset())
        found: models.Model | None = open_to_her.filter(pk=key).first()
        if found is None:
            self.fail("does_not_exist")
        return found


class Strict(serializers.Serializer[Any]):
    """Refuses names it does not know; `answered` names what stands in answers only and may come back."""

    answered: frozenset[str] = frozenset()

    def to_internal_value(self, data: Any) -> Any:
        """The known fields, each checked; all that is wrong is said at once."""
        problems: dict[str, Any] = {}
        if isinstance(data, Mapping):
            unknown = set(data) - set(self.fields) - self.answered
            problems = {name: [_("There is no such field.")] for name in sorted(unknown)}
        try:
            valid = super().to_internal_value(data)
        except serializers.ValidationError as error:
            found: Any = error.detail
            raise serializers.ValidationError({**found, **problems}) from error
        if problems:
            raise serializers.ValidationError(problems)
        return valid


class NothingSerializer(Strict):
    """An empty object."""


class StrictModel(Strict, serializers.ModelSerializer[Any]):
    """Columns of a model, with its limits; it is never saved: that is for the actions."""

    serializer_field_mapping = {
        **serializers.ModelSerializer.serializer_field_mapping,
        models.CharField: PlainText,
        models.TextField: PlainText,
        models.DateField: Day,
    }
