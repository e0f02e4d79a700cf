"""The analysis as a PDF: how far it is."""

from rest_framework import serializers

from cases.models import AnalysisPdf

STATES = ["waiting", "running", "finished", "failed", "removed"]


class AnalysisPdfSerializer(serializers.ModelSerializer[AnalysisPdf]):
    """A job; its file can be fetched while it is `finished`."""

    analysis = serializers.UUIDField(read_only=True, source="analysis_id")
    state = serializers.ChoiceField(choices=STATES, read_only=True)
    expires_at = serializers.DateTimeField(
        read_only=True, allow_null=True, help_text="When the file is removed."
    )

    class Meta:
        model = AnalysisPdf
        fields = [
            "id",
            "analysis",
            "kind",
            "code",
            "language",
            "state",
            "progress",
            "requested_at",
            "finished_at",
            "expires_at",
            "size",
        ]
        read_only_fields = fields
