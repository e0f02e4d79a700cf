"""Addresses of the interface: the pseudonymised paper."""

from django.urls import path

from cases.api.views import papers

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(
        CASE + "analyses/<uuid:analysis_id>/pseudonymised/", papers.PaperView.as_view(), name="pseudonymised"
    ),
]
