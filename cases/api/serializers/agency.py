"""Agencies as a choice, with what must be known before anything is shared."""

from django.db.models import QuerySet
from rest_framework import serializers

from agencies.models import Agency
from core.api_strict import KeyField


class AgencyField(KeyField):
    """An agency that works with Fallbrücke."""

    def get_queryset(self) -> QuerySet[Agency]:
        """As the form offers them; which of them takes part already, the action knows."""
        return Agency.objects.filter(active=True)


class AgencySerializer(serializers.ModelSerializer[Agency]):
    """An agency of the catalogue."""

    class Meta:
        model = Agency
        fields = ["id", "name", "short_name", "kind", "legal_kind", "duty_to_report"]
        read_only_fields = fields
