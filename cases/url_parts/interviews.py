"""Addresses of interviews."""

from django.urls import path

from cases.views import interviews, sharing

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(CASE + "interviews/", interviews.index, name="interviews"),
    path(CASE + "interviews/new/", interviews.new, name="interview_new"),
    path(CASE + "interviews/<uuid:interview_id>/", interviews.detail, name="interview"),
    path(
        CASE + "interviews/<uuid:interview_id>/answers/<uuid:answer_id>/sharing/",
        sharing.change,
        name="answer_sharing",
    ),
]
