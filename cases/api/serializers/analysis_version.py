"""Versions of an analysis; only the agency that wrote it reads them."""

from rest_framework import serializers

from cases.models import AnalysisVersion


class AnalysisVersionSerializer(serializers.ModelSerializer[AnalysisVersion]):
    """What an analysis said at a time, whole."""

    author = serializers.CharField(read_only=True, source="author.user.name")
    content = serializers.DictField(read_only=True)

    class Meta:
        model = AnalysisVersion
        fields = ["id", "number", "author", "written_at", "restores", "content"]
        read_only_fields = fields
