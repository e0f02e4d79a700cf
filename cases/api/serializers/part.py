"""Parts of a case in answers: whole for the agency that wrote them, the open fields for the others."""

from typing import Any

from rest_framework import serializers

from agencies.models import Agency


class AgencyNameSerializer(serializers.ModelSerializer[Agency]):
    """Which agency, in short."""

    class Meta:
        model = Agency
        fields = ["id", "name", "short_name"]
        read_only_fields = fields


class PartSerializer(serializers.ModelSerializer[Any]):
    """Of another agency's part only the fields in `Meta.open_to_others` are shown; the rest is null."""

    def get_fields(self) -> dict[str, Any]:
        """The fields, so that the schema too says which of them may be null."""
        fields: dict[str, Any] = super().get_fields()
        for name, field in fields.items():
            field.allow_null = field.allow_null or name not in self.Meta.open_to_others
        return fields

    def to_representation(self, instance: Any) -> dict[str, Any]:
        """The part as the reader of this answer may see it."""
        shown: dict[str, Any] = super().to_representation(instance)
        if instance.agency_id == self.context["membership"].agency_id:
            return shown
        return {name: value if name in self.Meta.open_to_others else None for name, value in shown.items()}
