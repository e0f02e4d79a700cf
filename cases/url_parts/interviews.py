"""Addresses of interviews."""

from django.urls import path

from cases.views import interviews

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(CASE + "interviews/", interviews.index, name="interviews"),
    path(CASE + "interviews/new/", interviews.new, name="interview_new"),
    path(CASE + "interviews/<uuid:interview_id>/", interviews.detail, name="interview"),
]
