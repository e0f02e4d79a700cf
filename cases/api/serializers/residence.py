"""Residence periods: what is printed and what the law says are two dates."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from cases.api.serializers.strict import StrictModel
from cases.models import ResidencePeriod
from cases.models.residence_table import Title

PERIOD = ["title", "basis", "starts_on", "printed_until", "effective_until", "effective_reason"]


class ResidenceSerializer(serializers.ModelSerializer[ResidencePeriod]):
    """A title with its legal basis."""

    class Meta:
        model = ResidencePeriod
        fields = ["id", *PERIOD]
        read_only_fields = fields


class TakeUpResidenceSerializer(StrictModel):
    """The present title, as far as it is known."""

    class Meta:
        model = ResidencePeriod
        fields = PERIOD

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """A title cannot end before it begins; one that nobody knows anything about is none."""
        starts_on, until = attrs.get("starts_on"), attrs.get("effective_until")
        if starts_on and until and until < starts_on:
            raise serializers.ValidationError(
                {"effective_until": [_("The residence title ends before it begins.")]}
            )
        told = {name: value for name, value in attrs.items() if value and value != Title.UNKNOWN}
        return attrs if told else {}
