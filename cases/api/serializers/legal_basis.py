"""Legal bases: lines of the catalogue, named by their UUID."""

from django.db.models import QuerySet
from rest_framework import serializers

from cases.models import LegalBasis
from core.api_strict import KeyField
from core.today import today


class LegalBasisField(KeyField):
    """A basis that is law today."""

    def get_queryset(self) -> QuerySet[LegalBasis]:
        """As the forms offer them."""
        return LegalBasis.objects.in_force(today())


class LegalBasisNameSerializer(serializers.ModelSerializer[LegalBasis]):
    """Which basis, in short."""

    class Meta:
        model = LegalBasis
        fields = ["id", "citation", "title"]
        read_only_fields = fields


class LegalBasisSerializer(serializers.ModelSerializer[LegalBasis]):
    """A line of the catalogue."""

    class Meta:
        model = LegalBasis
        fields = [
            "id",
            "code",
            "citation",
            "title",
            "kind",
            "source",
            "valid_from",
            "valid_until",
            "checked_on",
        ]
        read_only_fields = fields
