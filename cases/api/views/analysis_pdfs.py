"""The analysis as a PDF: asking for it, looking how far it is, fetching it."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.request import Request
from rest_framework.response import Response

from audit import trail
from cases.actions.request_pdf import request_pdf
from cases.api.scope import READING, CaseView
from cases.api.serializers.analysis_pdf import AnalysisPdfSerializer
from cases.models import AnalysisPdf, CaseAnalysis
from cases.reports.paper import file_name, still_holds


class PdfRequestView(CaseView):
    """A wish for the PDF of an analysis."""

    @extend_schema(
        operation_id="request_pdf", request=None, responses={202: AnalysisPdfSerializer, **READING}
    )
    def post(self, _request: Request, case_id: UUID, analysis_id: UUID) -> Response:
        """Ask for the PDF; a wish of yours that still waits is answered again instead of a second one."""
        analyses = CaseAnalysis.objects.visible_to(self.membership).select_related("case")
        analysis = get_object_or_404(analyses, pk=analysis_id, case=self.case(case_id))
        job = request_pdf(analysis, by=self.membership, language=get_language() or "de")
        return Response(self.shown(AnalysisPdfSerializer, job), status=status.HTTP_202_ACCEPTED)


class PdfView(CaseView):
    """A PDF that you asked for yourself."""

    @extend_schema(operation_id="show_pdf", responses={200: AnalysisPdfSerializer, **READING})
    def get(self, _request: Request, case_id: UUID, pdf_id: UUID) -> Response:
        """How far it is."""
        job = self.job(case_id, pdf_id)
        trail.record(trail.Verb.VIEWED, job)
        return Response(self.shown(AnalysisPdfSerializer, job))

    def job(self, case_id: UUID, pdf_id: UUID) -> AnalysisPdf:
        """The job of the address, if she asked for it; a worker's requester is read with it."""
        jobs = AnalysisPdf.objects.visible_to(self.membership).filter(case=self.case(case_id))
        jobs = jobs.select_related("case", "requester__agency__group", "requester__user")
        job: AnalysisPdf = get_object_or_404(jobs, pk=pdf_id)
        return job


class PdfFileView(PdfView):
    """Its file."""

    @extend_schema(
        operation_id="fetch_pdf", responses={(200, "application/pdf"): OpenApiTypes.BINARY, **READING}
    )
    def get(self, _request: Request, case_id: UUID, pdf_id: UUID) -> FileResponse:  # type: ignore[override]  # a file
        """The file, while it is there and you may see all that it holds."""
        job = self.job(case_id, pdf_id)
        if job.state != "finished" or not still_holds(job) or not job.path.exists():
            raise Http404
        trail.record(trail.Verb.DOWNLOADED, job)
        response = FileResponse(
            job.path.open("rb"), content_type="application/pdf", as_attachment=True, filename=file_name(job)
        )
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
