"""The second look at an analysis; only the agency that wrote it reads and gives it."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from agencies.models import Membership
from cases.models import SecondLook, SecondLookWaiver
from cases.models.second_look import Verdict
from cases.second_look_state import colleagues_for
from core.api_strict import KeyField, Strict, StrictModel


class SecondLookSerializer(serializers.ModelSerializer[SecondLook]):
    """Who was asked, and what she answered."""

    asked_by = serializers.CharField(read_only=True, source="asked_by.user.name")
    colleague = serializers.CharField(read_only=True, source="colleague.user.name")

    class Meta:
        model = SecondLook
        fields = [
            "id",
            "asked_by",
            "colleague",
            "asked_at",
            "asked_version",
            "done_at",
            "done_version",
            "verdict",
            "remarks",
        ]
        read_only_fields = fields


class WaiverSerializer(serializers.ModelSerializer[SecondLookWaiver]):
    """Who did without it, and why."""

    waived_by = serializers.CharField(read_only=True, source="waived_by.user.name")

    class Meta:
        model = SecondLookWaiver
        fields = ["id", "waived_by", "waived_at", "version", "reason"]
        read_only_fields = fields


class SecondLookStateSerializer(serializers.Serializer[Any]):
    """How it stands: the record that counts, and whether the analysis was changed since."""

    state = serializers.ChoiceField(
        source="name",
        choices=[("none", "none"), ("asked", "asked"), ("done", "done"), ("waived", "waived")],
        read_only=True,
    )
    version = serializers.IntegerField(read_only=True, allow_null=True)
    changed_since = serializers.BooleanField(read_only=True)
    look = SecondLookSerializer(read_only=True, allow_null=True)
    waiver = WaiverSerializer(read_only=True, allow_null=True)


class ColleagueField(KeyField):
    """The membership of a colleague who may look."""

    def get_queryset(self) -> QuerySet[Membership]:
        """As the form offers them."""
        return colleagues_for(self.context["analysis"], asked_by=self.context["membership"])


class AskSerializer(Strict):
    """Whom to ask."""

    colleague = ColleagueField()


class WaiveSerializer(StrictModel):
    """Why nobody looks."""

    class Meta:
        model = SecondLookWaiver
        fields = ["reason"]


class GiveSerializer(StrictModel):
    """The answer, for the version that was read."""

    version = serializers.IntegerField(min_value=1)
    verdict = serializers.ChoiceField(choices=Verdict.choices)

    class Meta:
        model = SecondLook
        fields = ["version", "verdict", "remarks"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"remarks": "", **attrs}
