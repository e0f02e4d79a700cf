"""Addresses of the interface; the same nouns as those of the pages."""

from django.urls import path

from cases.api.url_parts import analyses as analysis_parts
from cases.api.url_parts import catalogues as catalogue_parts
from cases.api.url_parts import papers, persons, search, way, work
from cases.api.views import analyses, analysis_pdfs, cases, catalogues, interviews, participations, phases

CASE = "cases/<uuid:case_id>/"
PARTICIPATION_END = CASE + "participations/<uuid:participation_id>/end/"
ANALYSIS = CASE + "analyses/<uuid:analysis_id>/"
PDF = CASE + "pdfs/<uuid:pdf_id>/"

urlpatterns = [
    path("agencies/", catalogues.AgencyListView.as_view(), name="agencies"),
    path("legal-bases/", catalogues.LegalBasisListView.as_view(), name="legal_bases"),
    path("cases/", cases.CaseListView.as_view(), name="cases"),
    path(CASE, cases.CaseDetailView.as_view(), name="case"),
    path(CASE + "participations/", participations.ParticipationListView.as_view(), name="participations"),
    path(PARTICIPATION_END, participations.ParticipationEndView.as_view(), name="participation_end"),
    path(CASE + "phases/", phases.PhaseListView.as_view(), name="phases"),
    path(CASE + "interviews/", interviews.InterviewListView.as_view(), name="interviews"),
    path(
        CASE + "interviews/<uuid:interview_id>/", interviews.InterviewDetailView.as_view(), name="interview"
    ),
    path(CASE + "analyses/", analyses.AnalysisListView.as_view(), name="analyses"),
    path(ANALYSIS, analyses.AnalysisDetailView.as_view(), name="analysis"),
    path(ANALYSIS + "pdfs/", analysis_pdfs.PdfRequestView.as_view(), name="pdf_request"),
    path(PDF, analysis_pdfs.PdfView.as_view(), name="pdf"),
    path(PDF + "file/", analysis_pdfs.PdfFileView.as_view(), name="pdf_file"),
    *analysis_parts.urlpatterns,
    *persons.urlpatterns,
    *search.urlpatterns,
    *work.urlpatterns,
    *way.urlpatterns,
    *papers.urlpatterns,
    *catalogue_parts.urlpatterns,
]
