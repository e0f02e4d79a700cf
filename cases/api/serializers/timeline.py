"""The time line: how it can be narrowed, and what an entry says."""

from typing import Any

from rest_framework import serializers

from cases.models.vocabulary import LifeArea
from cases.timeline.pages import TimelineFilter
from cases.timeline.sources import SOURCES
from core.api_pages import PageQuery

KINDS = [(source.kind, source.label) for source in SOURCES]


class TimelineEntrySerializer(serializers.Serializer[Any]):
    """What happened; `id` is the id of the thing of this `kind`."""

    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=KINDS)
    when = serializers.CharField(source="entry.when", help_text="The day as people write it.")
    text = serializers.CharField(source="entry.text")
    agency = serializers.CharField(source="entry.agency", help_text="Who wrote or did it; may be empty.")
    note = serializers.CharField(source="entry.note")


class TimelinePageSerializer(serializers.Serializer[Any]):
    """One page."""

    count = serializers.IntegerField()
    newer = serializers.CharField(
        allow_null=True, help_text="Address of the page with newer entries, or null."
    )
    older = serializers.CharField(
        allow_null=True, help_text="Address of the page with older entries, or null."
    )
    results = TimelineEntrySerializer(many=True)


class TimelineQuerySerializer(PageQuery):
    """Which entries, in which order, and where the page begins."""

    kind = serializers.ChoiceField(choices=KINDS, required=False)
    life_area = serializers.ChoiceField(choices=LifeArea.choices, required=False)
    order = serializers.ChoiceField(choices=["oldest"], required=False, help_text="`oldest`: oldest first.")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """What the time line needs."""
        position, order = attrs.pop("position"), attrs.pop("order", "")
        return {"position": position, "narrowed_to": TimelineFilter(**attrs, oldest_first=order == "oldest")}
