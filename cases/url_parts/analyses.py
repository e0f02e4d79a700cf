"""Addresses of analyses."""

from django.urls import path

from cases.views import analyses

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(CASE + "analyses/", analyses.index, name="analyses"),
    path(CASE + "analyses/new/", analyses.new, name="analysis_new"),
    path(CASE + "analyses/<uuid:analysis_id>/", analyses.detail, name="analysis"),
    path(CASE + "analyses/<uuid:analysis_id>/edit/", analyses.edit, name="analysis_edit"),
]
