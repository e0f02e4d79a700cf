"""Case analyses: those that are open to the reader, writing one, changing one's own."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.write_analysis import write_analysis
from cases.api.open_parts import analyses_of
from cases.api.scope import READING, WRITING, CaseView
from cases.api.serializers.analysis import (
    AnalysisSerializer,
    RewriteAnalysisSerializer,
    WriteAnalysisSerializer,
)
from core.api_errors import ErrorSerializer


class AnalysisListView(CaseView):
    """The analyses of a case."""

    @extend_schema(operation_id="list_analyses", responses={200: AnalysisSerializer(many=True), **READING})
    def get(self, _request: Request, case_id: UUID) -> Response:
        """Your agency's analyses, and of the others' what is open to it; the latest first."""
        case = self.case(case_id)
        trail.record(trail.Verb.VIEWED, case)
        return Response(self.shown(AnalysisSerializer, analyses_of(case, reader=self.membership), many=True))

    @extend_schema(
        operation_id="write_analysis",
        request=WriteAnalysisSerializer,
        responses={201: AnalysisSerializer, **WRITING},
    )
    def post(self, _request: Request, case_id: UUID) -> Response:
        """Write a new analysis; what is marked as shared is open to its readers at once."""
        case = self.case(case_id, "change_case")
        written = write_analysis(case, **self.sent(WriteAnalysisSerializer, case=case), by=self.membership)
        analysis = analyses_of(case, reader=self.membership).get(pk=written.pk)
        return Response(self.shown(AnalysisSerializer, analysis), status=status.HTTP_201_CREATED)


class AnalysisDetailView(CaseView):
    """One analysis."""

    @extend_schema(operation_id="show_analysis", responses={200: AnalysisSerializer, **READING})
    def get(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """The analysis as far as it is open to your agency."""
        found = analyses_of(self.case(case_id), reader=self.membership).select_related("case")
        analysis = get_object_or_404(found, pk=analysis_id)
        trail.record(trail.Verb.VIEWED, analysis)
        return Response(self.shown(AnalysisSerializer, analysis))

    @extend_schema(
        operation_id="rewrite_analysis",
        request=RewriteAnalysisSerializer,
        responses={200: AnalysisSerializer, **WRITING, 409: ErrorSerializer},
    )
    def put(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """Replace the text of an analysis that your agency wrote, if it still is the version that you read."""
        case = self.case(case_id, "change_case")
        found = analyses_of(case, reader=self.membership)
        analysis = get_object_or_404(found, pk=analysis_id)
        if analysis.agency_id != self.membership.agency_id:
            raise PermissionDenied
        sent = self.sent(RewriteAnalysisSerializer, case=case)
        write_analysis(case, **sent, by=self.membership, analysis=analysis)
        return Response(self.shown(AnalysisSerializer, found.get(pk=analysis_id)))
