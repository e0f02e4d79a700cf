"""Addresses of the interface: versions of an analysis, the second look."""

from django.urls import path

from cases.api.views import analysis_versions, second_looks

ANALYSIS = "cases/<uuid:case_id>/analyses/<uuid:analysis_id>/"
LOOK = ANALYSIS + "second-look/"

urlpatterns = [
    path(
        ANALYSIS + "versions/", analysis_versions.AnalysisVersionListView.as_view(), name="analysis_versions"
    ),
    path(
        ANALYSIS + "versions/<uuid:version_id>/restoration/",
        analysis_versions.AnalysisRestorationView.as_view(),
        name="analysis_restoration",
    ),
    path(LOOK, second_looks.SecondLookView.as_view(), name="second_look"),
    path(LOOK + "requests/", second_looks.SecondLookRequestView.as_view(), name="second_look_request"),
    path(LOOK + "waivers/", second_looks.SecondLookWaiverView.as_view(), name="second_look_waiver"),
    path(
        LOOK + "<uuid:second_look_id>/answer/",
        second_looks.SecondLookAnswerView.as_view(),
        name="second_look_answer",
    ),
]
