"""The head of a case, and what is needed to take one up."""

from typing import Any

from rest_framework import serializers

from cases.actions.take_up_case import TakeUp
from cases.api.serializers.legal_basis import LegalBasisField
from cases.api.serializers.part import AgencyNameSerializer
from cases.api.serializers.person import AliasesField, NationalitiesField, WhereaboutsSerializer
from cases.api.serializers.residence import ResidenceSerializer, TakeUpResidenceSerializer
from cases.models import Case, Migrant
from core.api_strict import PlainText, Strict, StrictModel

PERSON = [
    "given_names",
    "family_name",
    "aliases",
    "birth",
    "sex",
    "nationalities",
    "origin",
    "language",
    "mediator_needed",
    "unaccompanied_minor",
]


class MigrantSerializer(StrictModel):
    """The person; `birth` is a date, a month, a year or empty: 1992-03-14, 1992-03, 1992."""

    answered = frozenset({"information_block", "blocked_until"})

    aliases = AliasesField(required=False)
    nationalities = NationalitiesField(required=False)

    class Meta:
        model = Migrant
        fields = PERSON


class MigrantInCaseSerializer(MigrantSerializer):
    """The person, and whether her whereabouts are blocked."""

    information_block = serializers.BooleanField(read_only=True, source="is_blocked")

    class Meta(MigrantSerializer.Meta):
        fields = [*PERSON, "information_block", "blocked_until"]


class CaseSerializer(serializers.ModelSerializer[Case]):
    """The head of the case.

    `residence_periods` are there where the life area residence is open to the reader; `whereabouts` is null when
    nothing is known, or when an information block hides it from all but the leading agency.
    """

    migrant = MigrantInCaseSerializer(read_only=True)
    whereabouts = WhereaboutsSerializer(read_only=True, allow_null=True, source="migrant.open_whereabouts")
    lead_agency = AgencyNameSerializer(read_only=True)
    residence_periods = ResidenceSerializer(many=True, read_only=True, source="migrant.open_periods")

    class Meta:
        model = Case
        fields = [
            "id",
            "number",
            "migrant",
            "whereabouts",
            "residence_periods",
            "phase",
            "target_group",
            "urgency",
            "urgency_reason",
            "occasion",
            "summary",
            "lead_agency",
            "last_activity",
        ]
        read_only_fields = fields


class TakeUpSerializer(Strict):
    """The person and why your agency works with her; all but a name and the basis may be missing."""

    migrant = MigrantSerializer()
    whereabouts = WhereaboutsSerializer(required=False, allow_null=True)
    residence = TakeUpResidenceSerializer(required=False, allow_null=True)
    legal_basis = LegalBasisField()
    occasion = PlainText(required=False, allow_blank=True, default="", max_length=500)
    file_number = PlainText(required=False, allow_blank=True, default="", max_length=60)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        person = attrs.pop("migrant")
        for name in ("whereabouts", "residence"):
            attrs[name] = attrs.get(name) or {}
        return {"data": TakeUp(person=person, **attrs)}
