"""A language in what is sent: one of the catalogue, or kept as typed."""

from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import serializers

from agencies.forms.language import named
from agencies.models.language import ListedLanguages


class WithLanguage(serializers.Serializer[Any]):
    """A body with a `language`; one that nobody listed needs `language_as_typed`."""

    language_as_typed = serializers.BooleanField(required=False, write_only=True, default=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """The language under the German name of the catalogue."""
        as_typed = attrs.pop("language_as_typed", False)
        if typed := attrs.get("language"):
            try:
                attrs["language"] = named(typed, as_typed=as_typed, listed=ListedLanguages())
            except ValidationError as error:
                raise serializers.ValidationError({"language": error.messages}) from error
        return attrs
