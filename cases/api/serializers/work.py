"""The daily work on a case: head, states of life areas, notes, follow-ups, assignment."""

from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from agencies.models import Membership
from cases.actions.change_head import CaseHead
from cases.api.serializers.part import AgencyNameSerializer, PartSerializer
from cases.models import AreaState, Case, FollowUp, Note
from cases.responsibility import colleagues
from core.api_strict import KeyField, Strict, StrictModel


class ChangeHeadSerializer(StrictModel):
    """The head: every agency in the case reads it. What is left out is empty afterwards."""

    class Meta:
        model = Case
        fields = ["urgency", "urgency_reason", "occasion", "summary"]
        extra_kwargs = {
            "urgency": {"required": True},
            **{
                name: {"default": "", "required": False} for name in ("urgency_reason", "occasion", "summary")
            },
        }

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"head": CaseHead(**attrs)}


class AreaStateSerializer(PartSerializer):
    """How a life area stands, as one agency sees it."""

    agency = AgencyNameSerializer(read_only=True)
    author = serializers.CharField(read_only=True, source="author.user.name")

    class Meta:
        model = AreaState
        fields = ["agency", "author", "life_area", "state", "need", "shared", "changed_on"]
        read_only_fields = fields
        open_to_others = frozenset({"agency", "life_area", "state", "need", "shared", "changed_on"})


class SetAreaStateSerializer(StrictModel):
    """State and need; they stay with your agency unless they are `shared`."""

    answered = frozenset({"agency", "author", "life_area", "changed_on"})

    class Meta:
        model = AreaState
        fields = ["state", "need", "shared"]
        extra_kwargs = {
            "need": {"default": "", "required": False},
            "shared": {"default": False, "required": False},
        }


class NoteSerializer(serializers.ModelSerializer[Note]):
    """A note of your agency."""

    author = serializers.CharField(read_only=True, source="author.user.name")

    class Meta:
        model = Note
        fields = ["id", "author", "at", "spoke_with", "text", "corrected_at"]
        read_only_fields = fields


class WriteNoteSerializer(StrictModel):
    """What happened, and perhaps with whom she spoke."""

    answered = frozenset({"id", "author", "at", "corrected_at"})

    class Meta:
        model = Note
        fields = ["text", "spoke_with"]
        extra_kwargs = {"spoke_with": {"default": "", "required": False}}


class FollowUpSerializer(serializers.ModelSerializer[FollowUp]):
    """A reminder of yours; nobody else sees it."""

    case = serializers.UUIDField(read_only=True, source="case_id")
    case_number = serializers.CharField(read_only=True, source="case.number")

    class Meta:
        model = FollowUp
        fields = ["id", "case", "case_number", "due_on", "text", "set_at", "done_at"]
        read_only_fields = fields


class SetFollowUpSerializer(StrictModel):
    """On which day, and perhaps what for."""

    answered = frozenset({"id", "case", "case_number", "set_at", "done_at"})

    class Meta:
        model = FollowUp
        fields = ["due_on", "text"]
        extra_kwargs = {"text": {"default": "", "required": False}}


class FinishFollowUpSerializer(Strict):
    """Done, or not done after all."""

    done = serializers.BooleanField(default=True)


class FollowUpPageSerializer(serializers.Serializer[Any]):
    """One page of your reminders."""

    newer = serializers.CharField(allow_null=True, help_text="Address of the page before, or null.")
    older = serializers.CharField(allow_null=True, help_text="Address of the next page, or null.")
    results = FollowUpSerializer(many=True)


class ColleagueSerializer(serializers.ModelSerializer[Membership]):
    """Somebody who works on cases in your agency."""

    name = serializers.CharField(read_only=True, source="user.name")

    class Meta:
        model = Membership
        fields = ["id", "name", "telephone"]
        read_only_fields = fields


class ColleagueField(KeyField):
    """A colleague who works on cases in the acting agency today."""

    def get_queryset(self) -> QuerySet[Membership]:
        """As the form offers them."""
        return colleagues(self.context["membership"].agency_id)


class AssignCaseSerializer(Strict):
    """To whom."""

    to = ColleagueField()


class AssignCasesSerializer(Strict):
    """Which cases to whom; all of them, or none."""

    to = ColleagueField()
    case_ids = serializers.ListField(child=serializers.UUIDField(), allow_empty=False, max_length=100)


class ResponsibleSerializer(serializers.Serializer[Any]):
    """Who is responsible for a case in your agency now."""

    case = serializers.UUIDField(source="case_id")
    responsible = serializers.UUIDField(source="responsible_id", allow_null=True)


class PhaseNeedSerializer(serializers.Serializer[Any]):
    """What a phase needs before the next one, and whether it is there."""

    sentence = serializers.CharField()
    is_met = serializers.BooleanField()


class PhaseCheckSerializer(serializers.Serializer[Any]):
    """The check list of one phase."""

    phase = serializers.CharField()
    is_present = serializers.BooleanField()
    lines = PhaseNeedSerializer(many=True)
