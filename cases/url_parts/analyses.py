"""Addresses of analyses."""

from django.urls import path

from cases.views import analyses, analysis_versions, second_looks

CASE = "cases/<uuid:case_id>/"
ANALYSIS = CASE + "analyses/<uuid:analysis_id>/"

urlpatterns = [
    path(CASE + "analyses/", analyses.index, name="analyses"),
    path(CASE + "analyses/new/", analyses.new, name="analysis_new"),
    path(ANALYSIS, analyses.detail, name="analysis"),
    path(ANALYSIS + "edit/", analyses.edit, name="analysis_edit"),
    path(ANALYSIS + "versions/", analysis_versions.index, name="analysis_versions"),
    path(ANALYSIS + "versions/comparison/", analysis_versions.compare, name="analysis_comparison"),
    path(
        ANALYSIS + "versions/<uuid:version_id>/restoration/",
        analysis_versions.restore,
        name="analysis_restoration",
    ),
    path(ANALYSIS + "second-look/", second_looks.detail, name="second_look"),
    path(ANALYSIS + "second-look/requests/", second_looks.ask, name="second_look_request"),
    path(ANALYSIS + "second-look/waivers/", second_looks.waive, name="second_look_waiver"),
    path(
        ANALYSIS + "second-look/<uuid:second_look_id>/answer/", second_looks.give, name="second_look_answer"
    ),
]
