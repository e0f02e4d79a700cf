"""The way through the offices: steps, break points, interfaces."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from agencies.models import Agency, AgencyKind, Interface
from cases.actions.write_break_point import BreakPointContent
from cases.actions.write_step import Station, StepContent
from cases.api.serializers.part import AgencyNameSerializer
from cases.models import BreakPoint, Case, JourneyStep
from cases.models.journey import OTHER, STATION_KINDS
from core.api_strict import KeyField, PlainText, Strict, StrictModel

STEP = ["on", "what", "days", "cost", "life_area", "shared"]
BREAK_POINT = ["category", "what_happened", "effect", "days_lost", "would_have_helped", "caught_by"]
# Whoever is none of these is named in words.
NAMED_KINDS = [(kind, label) for kind, label in STATION_KINDS if kind != OTHER]
# What stands in answers alone, and may come back.
ANSWERED = frozenset({"id", "agency", "author", "changed_at"})


class InterfaceSerializer(serializers.ModelSerializer[Interface]):
    """Where two kinds of agencies meet; `name` is how people call it."""

    name = serializers.CharField(read_only=True, source="__str__")

    class Meta:
        model = Interface
        fields = ["id", "from_kind", "to_kind", "name"]
        read_only_fields = fields


class AgencyField(KeyField):
    """An agency of the system."""

    def get_queryset(self) -> Any:
        """Every agency that works with Fallbrücke."""
        return Agency.objects.filter(active=True)


class StepField(KeyField):
    """A step of the case."""

    def get_queryset(self) -> Any:
        """Those that she may read."""
        case: Case = self.context["case"]
        return JourneyStep.objects.visible_to(self.context["membership"]).filter(case=case)


class StationSerializer(Strict):
    """One end of a step: `agency`, or `kind` (of an agency, or `person`), or `words`; exactly one of them."""

    answered = frozenset({"name"})

    agency = AgencyField(required=False)
    kind = serializers.ChoiceField(choices=NAMED_KINDS, required=False)
    words = PlainText(max_length=120, required=False)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """One thing alone is said of it."""
        if len(attrs) != 1:
            raise serializers.ValidationError(
                _("Please name an agency, or a kind, or somebody in words: one of the three.")
            )
        if agency := attrs.get("agency"):
            return {"station": Station.of_agency(agency)}
        if words := attrs.get("words"):
            return {"station": Station.in_words(words)}
        return {"station": Station(attrs["kind"])}


class ShownStationSerializer(serializers.Serializer[Any]):
    """One end of a step in an answer: what people call it, and what it is."""

    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=STATION_KINDS)
    agency = serializers.UUIDField(allow_null=True)


class JourneyStepSerializer(serializers.ModelSerializer[JourneyStep]):
    """A step of the way, of your agency or shared with it."""

    agency = AgencyNameSerializer(read_only=True)
    from_station = serializers.SerializerMethodField()
    to_station = serializers.SerializerMethodField()

    class Meta:
        model = JourneyStep
        fields = ["id", "agency", "from_station", "to_station", *STEP, "changed_at"]
        read_only_fields = fields

    @extend_schema_field(ShownStationSerializer)
    def get_from_station(self, step: JourneyStep) -> dict[str, Any]:
        """Where it begins."""
        return {"name": step.from_name, "kind": step.from_kind, "agency": step.from_agency_id}

    @extend_schema_field(ShownStationSerializer)
    def get_to_station(self, step: JourneyStep) -> dict[str, Any]:
        """Where it leads."""
        return {"name": step.to_name, "kind": step.to_kind, "agency": step.to_agency_id}


class WriteStepSerializer(StrictModel):
    """A step; it stays with your agency unless it is `shared`. Without `from_station` it begins with the person."""

    answered = ANSWERED

    from_station = StationSerializer(required=False)
    to_station = StationSerializer()

    class Meta:
        model = JourneyStep
        fields = ["from_station", "to_station", *STEP]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        start, end = attrs.pop("from_station", {"station": Station()}), attrs.pop("to_station")
        return {"content": StepContent(from_=start["station"], to=end["station"], **attrs)}


class BreakPointSerializer(serializers.ModelSerializer[BreakPoint]):
    """A break point, of your agency or shared with it; `step` is null where the step is not open to you."""

    agency = AgencyNameSerializer(read_only=True)
    interface = InterfaceSerializer(read_only=True)
    step = serializers.SerializerMethodField()

    class Meta:
        model = BreakPoint
        fields = ["id", "agency", "interface", "step", *BREAK_POINT, "found_on", "life_area", "shared"]
        fields += ["changed_at"]
        read_only_fields = fields

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_step(self, break_point: BreakPoint) -> Any:
        """The step at which it was found, if she may read that too."""
        return break_point.step_id if break_point.step_id in self.context["steps"] else None


class WriteBreakPointSerializer(StrictModel):
    """A break point between two kinds of agencies; it stays with your agency unless it is `shared`."""

    answered = ANSWERED | {"interface"}

    from_kind = serializers.ChoiceField(choices=AgencyKind.choices)
    to_kind = serializers.ChoiceField(choices=AgencyKind.choices)
    step = StepField(required=False, allow_null=True)

    class Meta:
        model = BreakPoint
        fields = ["from_kind", "to_kind", "step", *BREAK_POINT, "found_on", "life_area", "shared"]

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the action needs."""
        return {"content": BreakPointContent(**attrs)}
