"""Searching, duplicates, and merging two records of one person."""

from typing import Any

from rest_framework import serializers

from cases.api.serializers.part import AgencyNameSerializer
from cases.case_search import LONGEST, Why
from cases.models import Case, Migrant, MigrantMerge
from cases.person_comparison import Side
from core.api_strict import KeyField, PlainText, Strict, StrictModel


class WantedSerializer(Strict):
    """Names in any order and spelling, perhaps with the year of birth; or a case or own file number."""

    wanted = PlainText(max_length=LONGEST)


class PersonInHitSerializer(serializers.ModelSerializer[Migrant]):
    """What tells one person from another of the same name."""

    class Meta:
        model = Migrant
        fields = ["given_names", "family_name", "aliases", "birth", "origin"]
        read_only_fields = fields


class CaseInHitSerializer(serializers.ModelSerializer[Case]):
    """The case in short."""

    migrant = PersonInHitSerializer(read_only=True)
    lead_agency = AgencyNameSerializer(read_only=True)

    class Meta:
        model = Case
        fields = ["id", "number", "migrant", "lead_agency", "target_group", "phase"]
        read_only_fields = fields


class HitSerializer(serializers.Serializer[Any]):
    """A case that was found, and why."""

    case = CaseInHitSerializer(read_only=True)
    why = serializers.ChoiceField(choices=Why.choices, read_only=True)


class FoundSerializer(serializers.Serializer[Any]):
    """The nearest hits first; `is_cut` says that there are more."""

    hits = HitSerializer(many=True, read_only=True)
    is_cut = serializers.BooleanField(read_only=True)


class PersonAskedSerializer(StrictModel):
    """The person who is perhaps there already."""

    class Meta:
        model = Migrant
        fields = ["given_names", "family_name", "birth"]


class OtherCaseField(KeyField):
    """A case that the acting agency sees."""

    def get_queryset(self) -> Any:
        """As the search finds them."""
        cases = Case.objects.visible_to(self.context["membership"])
        return cases.select_related("migrant")


class MergeRecordsSerializer(Strict):
    """The case of the other record, and for each contradiction which of the two applies."""

    other = OtherCaseField()
    chosen = serializers.DictField(child=serializers.ChoiceField(choices=Side.choices), required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"other": attrs["other"], "chosen": attrs.get("chosen", {})}


class MergeSerializer(serializers.ModelSerializer[MigrantMerge]):
    """That two records were merged, and until when that can be undone."""

    undone_until = serializers.DateTimeField(read_only=True)

    class Meta:
        model = MigrantMerge
        fields = ["id", "by", "at", "undone_until", "undone_at", "undone_by"]
        read_only_fields = fields
