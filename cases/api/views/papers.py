"""The pseudonymised paper: what tells who it is about, and asking for it."""

from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.request_pdf import request_pdf
from cases.api.scope import READING, CaseView
from cases.api.serializers.analysis_pdf import AnalysisPdfSerializer
from cases.api.serializers.finding import FindingSerializer
from cases.models import CaseAnalysis
from cases.models.analysis_pdf import PaperKind
from cases.reports.pseudonymised import PseudonymisedPaper


class PaperView(CaseView):
    """The pseudonymised paper of an analysis."""

    @extend_schema(
        operation_id="check_pseudonymised", responses={200: FindingSerializer(many=True), **READING}
    )
    def get(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """What in its texts tells who it is about: replaced in the paper, or left for you to look at."""
        analysis = self.analysis(case_id, analysis_id)
        trail.record(trail.Verb.VIEWED, analysis)
        findings = PseudonymisedPaper(analysis, reader=self.membership, code="").cleaner.findings
        return Response(self.shown(FindingSerializer, findings, many=True))

    @extend_schema(
        operation_id="request_pseudonymised", request=None, responses={202: AnalysisPdfSerializer, **READING}
    )
    def post(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """Ask for the paper; a wish of yours that still waits is answered again instead of a second one."""
        analysis = self.analysis(case_id, analysis_id)
        language, kind = get_language() or "de", PaperKind.PSEUDONYMISED
        job = request_pdf(analysis, by=self.membership, language=language, kind=kind)
        return Response(self.shown(AnalysisPdfSerializer, job), status=status.HTTP_202_ACCEPTED)

    def analysis(self, case_id: UUID, analysis_id: UUID) -> CaseAnalysis:
        """The analysis of the address, as far as it is open to your agency."""
        found = CaseAnalysis.objects.visible_to(self.membership).select_related("case__migrant", "agency")
        analysis: CaseAnalysis = get_object_or_404(found, pk=analysis_id, case=self.case(case_id))
        return analysis
