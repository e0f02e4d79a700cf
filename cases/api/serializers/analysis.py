"""Case analyses: sections in running text, and one row for each life area that says something."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from cases.analysis_content import AboutBreakPoint, AnalysisContent, ProposalContent
from cases.api.serializers.area_entry import AreaEntry
from cases.api.serializers.one_each import OnePerArea, OnePerSection
from cases.api.serializers.part import AgencyNameSerializer, PartSerializer
from cases.forms.interview_choices import open_interviews
from cases.models import (
    AnalysisBreakPoint,
    AnalysisRow,
    AnalysisText,
    BreakPoint,
    CaseAnalysis,
    ConferenceProposal,
    Interview,
    JourneyStep,
)
from core.api_strict import KeyField, StrictModel

HEAD = ["as_of", "title"]
# More of one kind in one case are a mistake.
MOST_NAMED = 200


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


class ProposalSerializer(StrictModel):
    """What is proposed to the case conference; it is never shared."""

    class Meta:
        model = ConferenceProposal
        fields = ["question", "aim", "agencies", "minutes", "naming"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"content": ProposalContent(**attrs)}


class NamedBreakPointSerializer(StrictModel):
    """A break point that the analysis names, and what it says about it; it is never shared."""

    class Meta:
        model = AnalysisBreakPoint
        fields = ["break_point", "classification", "workgroup", "note"]


class AnalysisSerializer(PartSerializer):
    """An analysis; of another agency's only the day, who wrote it, and the rows that are open to the reader."""

    agency = AgencyNameSerializer(read_only=True)
    author = serializers.CharField(read_only=True, source="author.user.name")
    interviews = serializers.SlugRelatedField[Any](many=True, read_only=True, slug_field="interview_id")
    steps = serializers.SlugRelatedField[Any](many=True, read_only=True, slug_field="step_id")
    break_points = NamedBreakPointSerializer(many=True, read_only=True)
    texts = SectionSerializer(many=True, read_only=True)
    rows = RowSerializer(many=True, read_only=True)
    proposal = ProposalSerializer(read_only=True)

    class Meta:
        model = CaseAnalysis
        fields = [
            "id",
            "agency",
            "author",
            "version",
            *HEAD,
            "changed_at",
            "interviews",
            "steps",
            "break_points",
            "texts",
            "rows",
            "proposal",
        ]
        read_only_fields = fields
        open_to_others = frozenset({"id", "agency", "as_of", "rows"})


class InterviewField(KeyField):
    """An interview of the case that is open to her."""

    def get_queryset(self) -> QuerySet[Interview]:
        """As the form offers them."""
        return open_interviews(self.context["case"], to=self.context["membership"])


class StepField(KeyField):
    """A step of the way that is open to her."""

    def get_queryset(self) -> QuerySet[JourneyStep]:
        """As the form offers them."""
        return JourneyStep.objects.visible_to(self.context["membership"]).filter(case=self.context["case"])


class BreakPointField(KeyField):
    """A break point that is open to her."""

    def get_queryset(self) -> QuerySet[BreakPoint]:
        """As the form offers them."""
        return BreakPoint.objects.visible_to(self.context["membership"]).filter(case=self.context["case"])


class NameBreakPointSerializer(NamedBreakPointSerializer):
    """A break point of the case, chosen by its id."""

    break_point = BreakPointField()


class WriteAnalysisSerializer(StrictModel):
    """The whole analysis: what is left out is empty afterwards."""

    answered = frozenset({"id", "agency", "author", "changed_at", "version"})

    interviews = serializers.ListField(child=InterviewField(), required=False, max_length=MOST_NAMED)
    steps = serializers.ListField(child=StepField(), required=False, max_length=MOST_NAMED)
    break_points = serializers.ListField(
        child=NameBreakPointSerializer(), required=False, max_length=MOST_NAMED
    )
    texts = SectionSerializer(many=True, required=False)
    rows = RowSerializer(many=True, required=False)
    proposal = ProposalSerializer(required=False, allow_null=True)

    class Meta:
        model = CaseAnalysis
        fields = [*HEAD, "interviews", "steps", "break_points", "texts", "rows", "proposal"]

    def validate_interviews(self, value: list[Interview]) -> tuple[Any, ...]:
        """Their ids, each once."""
        return tuple({interview.pk for interview in value})

    def validate_steps(self, value: list[JourneyStep]) -> tuple[Any, ...]:
        """Their ids, each once."""
        return tuple({step.pk for step in value})

    def validate_break_points(self, value: list[dict[str, Any]]) -> dict[Any, AboutBreakPoint]:
        """Each with what is said about it."""
        return {each.pop("break_point").pk: AboutBreakPoint(**each) for each in value}

    def validate_texts(self, value: list[dict[str, Any]]) -> dict[str, str]:
        """Each section with its text."""
        return {entry["kind"]: entry["text"] for entry in value}

    def validate_rows(self, value: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Each area with what is written about it."""
        return {entry.pop("life_area"): entry for entry in value}

    def validate_proposal(self, value: dict[str, Any] | None) -> ProposalContent | None:
        """The proposal itself."""
        return value["content"] if value else None

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"content": AnalysisContent(**attrs)}


class RewriteAnalysisSerializer(WriteAnalysisSerializer):
    """The same, with the version that was read: a text that somebody has changed since is not replaced."""

    answered = frozenset({"id", "agency", "author", "changed_at"})

    version = serializers.IntegerField(min_value=1)

    class Meta(WriteAnalysisSerializer.Meta):
        fields = ["version", *WriteAnalysisSerializer.Meta.fields]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        version = attrs.pop("version")
        return {**super().validate(attrs), "version": version}
