"""Versions of an analysis, and making an earlier one the present one again."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.restore_version import restore_version
from cases.api.open_parts import analyses_of
from cases.api.scope import READING, WRITING
from cases.api.serializers.analysis import AnalysisSerializer
from cases.api.serializers.analysis_version import AnalysisVersionSerializer
from cases.api.views.analysis_scope import OwnAnalysisView


class AnalysisVersionListView(OwnAnalysisView):
    """All that an analysis ever said."""

    @extend_schema(
        operation_id="list_analysis_versions",
        responses={200: AnalysisVersionSerializer(many=True), **READING},
    )
    def get(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """The versions of an analysis that your agency wrote, the latest first."""
        analysis = self.analysis(self.case(case_id), analysis_id)
        trail.record(trail.Verb.VIEWED, analysis)
        versions = analysis.versions.select_related("author__user").order_by("-number")
        return Response(self.shown(AnalysisVersionSerializer, versions, many=True))


class AnalysisRestorationView(OwnAnalysisView):
    """Going back to an earlier version."""

    @extend_schema(
        operation_id="restore_analysis_version",
        request=None,
        responses={200: AnalysisSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID, analysis_id: UUID, version_id: UUID) -> Response:
        """Store what the version says as a new one; it shares nothing that is not shared now."""
        case = self.case(case_id, "change_case")
        analysis = self.analysis(case, analysis_id)
        version = get_object_or_404(analysis.versions.select_related("analysis"), pk=version_id)
        restore_version(version, case=case, by=self.membership)
        found = analyses_of(case, reader=self.membership)
        return Response(self.shown(AnalysisSerializer, found.get(pk=analysis_id)))
