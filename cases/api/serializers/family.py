"""Relatives in answers, and what is sent about them."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from agencies.models import Membership
from cases.models import Case, FamilyLink
from core.api_strict import KeyField, StrictModel

ABOUT = ["name", "birth", "place", "note"]


class RelativeSerializer(serializers.Serializer[Any]):
    """What the relative is to the person; `case` is null unless the relative has a case that is open to you."""

    id = serializers.UUIDField(source="link.pk")
    kind = serializers.SerializerMethodField()
    name = serializers.CharField()
    birth = serializers.CharField(source="link.birth", help_text="Of a relative without a record.")
    place = serializers.CharField(source="link.place")
    note = serializers.CharField(source="link.note")
    case = serializers.UUIDField(source="case.pk", default=None, allow_null=True)
    case_number = serializers.CharField(source="case.number", default=None, allow_null=True)

    def get_kind(self, relative: Any) -> str:
        """As seen from the person of the case that was asked for."""
        return str(relative.kind)


class CaseField(KeyField):
    """The relative's case, among those that the acting agency sees."""

    def get_queryset(self) -> Any:
        """The visible cases."""
        membership: Membership = self.context["membership"]
        return Case.objects.visible_to(membership)


class CorrectRelativeSerializer(StrictModel):
    """Kinship and what is known; of a relative with a case of her own `name`, `birth` and `place` stay empty."""

    class Meta:
        model = FamilyLink
        fields = ["kind", *ABOUT]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"kind": attrs["kind"], "about": {name: attrs[name] for name in ABOUT if name in attrs}}


class RecordRelativeSerializer(CorrectRelativeSerializer):
    """Either `case`, or `name` with what is known."""

    case = CaseField(required=False, allow_null=True)

    class Meta(CorrectRelativeSerializer.Meta):
        fields = ["kind", "case", *ABOUT]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One of the two, and not both."""
        relative = attrs.get("case")
        if (relative is None) == (not attrs.get("name")):
            raise serializers.ValidationError({"name": [_("Please name either a case or a name.")]})
        return {**super().validate(attrs), "relative": relative}
