"""What in a text tells who it is about."""

from typing import Any

from rest_framework import serializers

from cases.pseudonym.trace import TraceKind


class FindingSerializer(serializers.Serializer[Any]):
    """A place in a text, with the words around it; `replacement` is null where the words stay."""

    section = serializers.CharField()
    kind = serializers.ChoiceField(choices=TraceKind.choices)
    why = serializers.CharField()
    before = serializers.CharField(trim_whitespace=False)
    found = serializers.CharField()
    after = serializers.CharField(trim_whitespace=False)
    replacement = serializers.CharField(allow_null=True)
