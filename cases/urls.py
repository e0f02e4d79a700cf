"""Addresses of cases; keys are UUIDs, names never stand in them."""

from django.urls import path

from cases.url_parts import analyses, catalogues, drafts, interviews, papers, persons, way, work
from cases.url_parts import search as searching
from cases.views import accesses, detail, index, participations, pdfs, phases, search, take_up

app_name = "cases"

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path("cases/", index.index, name="list"),
    path("cases/search/", search.search, name="search"),
    path("cases/new/", take_up.new, name="take_up"),
    path(CASE, detail.detail, name="detail"),
    path(CASE + "phases/", phases.index, name="phases"),
    path(CASE + "participations/", participations.index, name="participations"),
    path(CASE + "participations/new/", participations.new, name="participation_new"),
    path(CASE + "participations/own/", participations.own, name="participation_own"),
    path(CASE + "participations/<uuid:participation_id>/end/", participations.end, name="participation_end"),
    path(CASE + "accesses/", accesses.index, name="accesses"),
    path(CASE + "analyses/<uuid:analysis_id>/pdfs/", pdfs.new, name="pdf_new"),
    path(CASE + "pdfs/<uuid:pdf_id>/", pdfs.detail, name="pdf"),
    path(CASE + "pdfs/<uuid:pdf_id>/file/", pdfs.file, name="pdf_file"),
    *interviews.urlpatterns,
    *analyses.urlpatterns,
    *drafts.urlpatterns,
    *persons.urlpatterns,
    *searching.urlpatterns,
    *work.urlpatterns,
    *way.urlpatterns,
    *papers.urlpatterns,
    *catalogues.urlpatterns,
]
