"""Residence periods: what is printed and what the law says are two dates."""

from typing import Any, ClassVar

from rest_framework import serializers

from cases.actions.remove_residence import Mistake
from cases.models import ResidencePeriod
from cases.models.residence_rule import impossible
from cases.models.residence_table import Title
from core.api_errors import WHOLE
from core.api_strict import Strict, StrictModel

PERIOD = ["title", "basis", "starts_on", "printed_until", "effective_until", "effective_reason", "conditions"]
DAYS = ("starts_on", "printed_until", "effective_until")


class ResidenceSerializer(serializers.ModelSerializer[ResidencePeriod]):
    """A title with its legal basis."""

    class Meta:
        model = ResidencePeriod
        fields = ["id", *PERIOD, "changed_by", "changed_at"]
        read_only_fields = fields


class TakeUpResidenceSerializer(StrictModel):
    """The present title, as far as it is known."""

    class Meta:
        model = ResidencePeriod
        fields = PERIOD

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One that nobody knows anything about is none; one that cannot be is refused at its field."""
        if refusal := impossible(attrs, birth=""):
            raise serializers.ValidationError({refusal.field or WHOLE: [refusal.sentence]})
        told = {name: value for name, value in attrs.items() if value and value != Title.UNKNOWN}
        return attrs if told else {}


class RecordResidenceSerializer(StrictModel):
    """A title in full; what is not named is empty."""

    answered = frozenset({"id", "changed_by", "changed_at"})

    class Meta:
        model = ResidencePeriod
        fields = PERIOD
        extra_kwargs: ClassVar[dict[str, Any]] = {"title": {"required": True}}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Every column, so that correcting leaves nothing of what stood there before."""
        empty = {name: None if name in DAYS else "" for name in PERIOD}
        return {**empty, **attrs}


class RemoveResidenceSerializer(Strict):
    """Why the title never belonged here."""

    mistake = serializers.ChoiceField(choices=Mistake.choices)
