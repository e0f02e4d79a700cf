"""The head of a case, and what is needed to take one up."""

from typing import Any

from rest_framework import serializers

from cases.actions.take_up_case import TakeUp
from cases.api.serializers.legal_basis import LegalBasisField
from cases.api.serializers.part import AgencyNameSerializer
from cases.api.serializers.residence import ResidenceSerializer, TakeUpResidenceSerializer
from cases.api.serializers.strict import PlainText, Strict, StrictModel
from cases.models import Case, Migrant

PERSON = [
    "given_names",
    "family_name",
    "birth",
    "sex",
    "origin",
    "language",
    "mediator_needed",
    "municipality",
    "unaccompanied_minor",
]


class MigrantSerializer(StrictModel):
    """The person; `birth` is a date, a month, a year or empty: 1992-03-14, 1992-03, 1992."""

    class Meta:
        model = Migrant
        fields = PERSON


class CaseSerializer(serializers.ModelSerializer[Case]):
    """The head of the case; `residence_periods` are there where the life area residence is open to the reader."""

    migrant = MigrantSerializer(read_only=True)
    lead_agency = AgencyNameSerializer(read_only=True)
    residence_periods = ResidenceSerializer(many=True, read_only=True, source="migrant.open_periods")

    class Meta:
        model = Case
        fields = [
            "id",
            "number",
            "migrant",
            "residence_periods",
            "phase",
            "target_group",
            "occasion",
            "lead_agency",
            "last_activity",
        ]
        read_only_fields = fields


class TakeUpSerializer(Strict):
    """The person and why your agency works with her; all but a name and the basis may be missing."""

    migrant = MigrantSerializer()
    residence = TakeUpResidenceSerializer(required=False, allow_null=True)
    legal_basis = LegalBasisField()
    occasion = PlainText(required=False, allow_blank=True, default="", max_length=500)
    file_number = PlainText(required=False, allow_blank=True, default="", max_length=60)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        person, residence = attrs.pop("migrant"), attrs.pop("residence", None)
        return {"data": TakeUp(person=person, residence=residence or {}, **attrs)}
