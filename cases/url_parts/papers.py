"""Addresses of: the pseudonymised paper."""

from django.urls import path

from cases.views import papers

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(CASE + "analyses/<uuid:analysis_id>/pseudonymised/", papers.new, name="paper_new"),
]
