"""The list of cases: how it is narrowed, and what a row says."""

from typing import Any

from rest_framework import serializers

from cases.api.serializers.part import AgencyNameSerializer
from cases.case_list import CaseFilter
from cases.forms.case_filter import until
from cases.models import Case, Migrant
from cases.models.municipality import Municipality
from cases.models.vocabulary import Phase, TargetGroup, Urgency
from core.api_pages import PageQuery


class MigrantNameSerializer(serializers.ModelSerializer[Migrant]):
    """The person in a list."""

    class Meta:
        model = Migrant
        fields = ["given_names", "family_name", "birth"]
        read_only_fields = fields


class CaseRowSerializer(serializers.ModelSerializer[Case]):
    """A case in the list."""

    migrant = MigrantNameSerializer(read_only=True)
    lead_agency = AgencyNameSerializer(read_only=True)

    class Meta:
        model = Case
        fields = [
            "id",
            "number",
            "migrant",
            "phase",
            "target_group",
            "urgency",
            "lead_agency",
            "last_activity",
        ]
        read_only_fields = fields


class CasePageSerializer(serializers.Serializer[Any]):
    """One page of the list."""

    count = serializers.IntegerField(help_text="How many cases there are, at most 1000.")
    more_than_counted = serializers.BooleanField(help_text="There are more cases than `count` says.")
    newer = serializers.CharField(
        allow_null=True, help_text="Address of the page with the next newer activity, or null."
    )
    older = serializers.CharField(
        allow_null=True, help_text="Address of the page with the next older activity, or null."
    )
    results = CaseRowSerializer(many=True)


class CaseListQuerySerializer(PageQuery):
    """How the list can be narrowed, and where its page begins."""

    phase = serializers.ChoiceField(choices=Phase.choices, required=False)
    target_group = serializers.ChoiceField(choices=TargetGroup.choices, required=False)
    urgency = serializers.ChoiceField(choices=Urgency.choices, required=False)
    municipality = serializers.ChoiceField(choices=Municipality.choices, required=False)
    responsible = serializers.UUIDField(
        required=False, help_text="A colleague's id, as `colleagues/` lists them; another one finds nothing."
    )
    unassigned = serializers.BooleanField(
        required=False, default=False, help_text="Only cases for which nobody in your agency is named."
    )
    agency = serializers.UUIDField(required=False, help_text="Another agency that takes part too.")
    due = serializers.ChoiceField(
        choices=["today", "week"], required=False, help_text="With a follow-up of yours that is due."
    )
    mine = serializers.BooleanField(
        required=False, default=False, help_text="Only cases I am responsible for."
    )
    order = serializers.ChoiceField(
        choices=["oldest"], required=False, help_text="`oldest`: longest without activity first."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the list needs."""
        position, order = attrs.pop("position"), attrs.pop("order", "")
        attrs["due_until"] = until(attrs.pop("due", ""))
        return {"position": position, "narrowed_to": CaseFilter(**attrs, oldest_first=order == "oldest")}
