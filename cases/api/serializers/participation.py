"""Who takes part: how far, in which life areas, on which basis, from when until when."""

from typing import Any

from rest_framework import serializers

from cases.api.serializers.agency import AgencyField
from cases.api.serializers.legal_basis import LegalBasisField, LegalBasisNameSerializer
from cases.api.serializers.one_each import OnePerArea
from cases.api.serializers.part import AgencyNameSerializer, PartSerializer
from cases.models import Participation, ParticipationArea
from cases.models.vocabulary import Access, LifeArea
from core.api_strict import Day, PlainText, Strict


class ParticipationAreaSerializer(serializers.ModelSerializer[ParticipationArea]):
    """A life area that is covered, and why it may be."""

    legal_basis = LegalBasisNameSerializer(read_only=True)

    class Meta:
        model = ParticipationArea
        fields = ["life_area", "legal_basis"]
        read_only_fields = fields
        list_serializer_class = OnePerArea


class ParticipationSerializer(PartSerializer):
    """One period of an agency in the case; `ends_on` is the first day without access."""

    agency = AgencyNameSerializer(read_only=True)
    areas = ParticipationAreaSerializer(many=True, read_only=True)
    in_force = serializers.BooleanField(
        read_only=True, source="is_in_force", help_text="Whether it counts today."
    )
    responsible = serializers.CharField(
        read_only=True, allow_null=True, source="responsible.user.name", default=None, help_text="A name."
    )

    class Meta:
        model = Participation
        fields = [
            "id",
            "agency",
            "access",
            "areas",
            "starts_on",
            "ends_on",
            "in_force",
            "responsible",
            "telephone",
            "file_number",
            "granted_by",
            "granted_at",
            "ended_by",
        ]
        read_only_fields = fields
        open_to_others = frozenset(fields) - {"file_number"}


class GrantedAreaSerializer(Strict):
    """A life area and the legal basis for it."""

    life_area = serializers.ChoiceField(choices=LifeArea.choices)
    legal_basis = LegalBasisField()

    class Meta:
        list_serializer_class = OnePerArea


class BringInSerializer(Strict):
    """The agency, how far it may work, in which life areas; without `ends_on` until it is ended."""

    agency = AgencyField()
    access = serializers.ChoiceField(choices=Access.choices, help_text="`lead` is not granted here.")
    areas = GrantedAreaSerializer(many=True)
    ends_on = Day(required=False, allow_null=True, default=None)

    def validate_areas(self, value: list[dict[str, Any]]) -> dict[str, Any]:
        """Each area with its basis."""
        return {entry["life_area"]: entry["legal_basis"] for entry in value}


class EndParticipationSerializer(Strict):
    """Why it ends, and the first day without access; without a day it ends at once."""

    reason = PlainText(max_length=200)
    ends_on = Day(required=False, allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"reason": attrs["reason"], "on": attrs["ends_on"]}
