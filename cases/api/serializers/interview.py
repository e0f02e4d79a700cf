"""Interviews: the head, the lead questions, the life areas that were asked about."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from cases.actions.record_interview import InterviewRecord
from cases.api.serializers.area_entry import AreaEntry
from cases.api.serializers.language import WithLanguage
from cases.api.serializers.one_each import OnePerArea, OnePerQuestion
from cases.api.serializers.part import AgencyNameSerializer, PartSerializer
from cases.guide import wordings
from cases.models import Interview, InterviewAnswer, InterviewStatement
from core.api_strict import StrictModel
from core.today import today

HEAD = ["held_on", "language", "mediator", "consent"]


class StatementSerializer(StrictModel):
    """The person's own words to a lead question, in the wording that was asked; they are never shared."""

    wording = serializers.CharField(read_only=True, source="asked.wording")

    class Meta:
        model = InterviewStatement
        fields = ["question", "wording", "text"]
        list_serializer_class = OnePerQuestion


class AnswerSerializer(AreaEntry):
    """What was said in a life area; it stays with your agency unless it is `shared`."""

    class Meta:
        model = InterviewAnswer
        fields = ["life_area", "situation", "wishes", "agencies_involved", "rating", "shared"]
        list_serializer_class = OnePerArea


class InterviewSerializer(PartSerializer):
    """An interview; of another agency's only the day, who held it, and the answers that are open to the reader."""

    agency = AgencyNameSerializer(read_only=True)
    author = serializers.CharField(read_only=True, source="author.user.name")
    statements = StatementSerializer(many=True, read_only=True)
    answers = AnswerSerializer(many=True, read_only=True)

    class Meta:
        model = Interview
        fields = ["id", "agency", "author", *HEAD, "statements", "answers"]
        read_only_fields = fields
        open_to_others = frozenset({"id", "agency", "held_on", "answers"})


class RecordInterviewSerializer(WithLanguage, StrictModel):
    """The interview by guide; an area without an answer was not asked about."""

    answered = frozenset({"id", "agency", "author"})

    statements = StatementSerializer(many=True, required=False)
    answers = AnswerSerializer(many=True, required=False)

    class Meta:
        model = Interview
        fields = [*HEAD, "language_as_typed", "statements", "answers"]

    def validate_statements(self, value: list[dict[str, Any]]) -> dict[str, str]:
        """Each question with its answer; a retired one may have been asked in an earlier interview."""
        said = {entry["question"]: entry["text"] for entry in value}
        if unknown := sorted(said.keys() - wordings(said, on=today()).keys()):
            sentence = _("The guide has no such question: %(codes)s.") % {"codes": ", ".join(unknown)}
            raise serializers.ValidationError(sentence)
        return said

    def validate_answers(self, value: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Each area with what was said."""
        return {entry.pop("life_area"): entry for entry in value}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"record": InterviewRecord(**super().validate(attrs))}
