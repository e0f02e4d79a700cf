"""Case analyses: sections in running text, and one row for each life area that says something."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from cases.actions.write_analysis import AnalysisContent
from cases.api.serializers.area_entry import AreaEntry
from cases.api.serializers.one_each import OnePerArea, OnePerSection
from cases.api.serializers.part import AgencyNameSerializer, PartSerializer
from cases.api.serializers.strict import KeyField, StrictModel
from cases.forms.analysis import own_interviews
from cases.models import AnalysisRow, AnalysisText, CaseAnalysis, Interview

HEAD = ["as_of", "title", "interview"]


class SectionSerializer(StrictModel):
    """A section in running text; it is never shared."""

    class Meta:
        model = AnalysisText
        fields = ["kind", "text"]
        list_serializer_class = OnePerSection


class RowSerializer(AreaEntry):
    """A life area of the analysis; it stays with your agency unless it is `shared`."""

    class Meta:
        model = AnalysisRow
        fields = [
            "life_area",
            "situation",
            "resources",
            "need",
            "agencies",
            "deadline",
            "deadline_note",
            "shared",
        ]
        list_serializer_class = OnePerArea


class AnalysisSerializer(PartSerializer):
    """An analysis; of another agency's only the day, who wrote it, and the rows that are open to the reader."""

    agency = AgencyNameSerializer(read_only=True)
    author = serializers.CharField(read_only=True, source="author.user.name")
    texts = SectionSerializer(many=True, read_only=True)
    rows = RowSerializer(many=True, read_only=True)

    class Meta:
        model = CaseAnalysis
        fields = ["id", "agency", "author", *HEAD, "changed_at", "texts", "rows"]
        read_only_fields = fields
        open_to_others = frozenset({"id", "agency", "as_of", "rows"})


class InterviewField(KeyField):
    """One of her agency's interviews of the case."""

    def open_to_her(self) -> QuerySet[Interview]:
        """As the form offers them."""
        return own_interviews(self.context["case"], by=self.context["membership"])


class WriteAnalysisSerializer(StrictModel):
    """The whole analysis: what is left out is empty afterwards; only the interview it was made from stays."""

    answered = frozenset({"id", "agency", "author", "changed_at"})

    interview = InterviewField(required=False, allow_null=True)
    texts = SectionSerializer(many=True, required=False)
    rows = RowSerializer(many=True, required=False)

    class Meta:
        model = CaseAnalysis
        fields = [*HEAD, "texts", "rows"]

    def validate_texts(self, value: list[dict[str, Any]]) -> dict[str, str]:
        """Each section with its text."""
        return {entry["kind"]: entry["text"] for entry in value}

    def validate_rows(self, value: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Each area with what is written about it."""
        return {entry.pop("life_area"): entry for entry in value}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"content": AnalysisContent(**attrs)}
