"""The way of a case through its phases."""

from typing import Any

from rest_framework import serializers

from cases.models import PhaseChange
from cases.models.vocabulary import Phase
from core.api_strict import PlainText, Strict


class PhaseChangeSerializer(serializers.ModelSerializer[PhaseChange]):
    """That the case entered a phase: when, by whom, why."""

    class Meta:
        model = PhaseChange
        fields = ["id", "phase", "on", "at", "by", "reason"]
        read_only_fields = fields


class ChangePhaseSerializer(Strict):
    """The phase to enter; going back and reopening are possible."""

    phase = serializers.ChoiceField(choices=Phase.choices)
    reason = PlainText(required=False, allow_blank=True, default="", max_length=300)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"to": attrs["phase"], "reason": attrs["reason"]}
