"""Addresses of: the way through the offices, break points, time line."""

from django.urls import path

from cases.views import break_points, journey, steps, timeline

CASE = "cases/<uuid:case_id>/"
STEP = CASE + "journey/steps/<uuid:step_id>/"
BREAK_POINT = CASE + "journey/break-points/<uuid:break_point_id>/"

urlpatterns = [
    path(CASE + "journey/", journey.index, name="journey"),
    path(CASE + "journey/steps/new/", steps.new, name="step_new"),
    path(STEP + "edit/", steps.edit, name="step_edit"),
    path(STEP + "delete/", steps.delete, name="step_delete"),
    path(CASE + "journey/break-points/new/", break_points.new, name="break_point_new"),
    path(BREAK_POINT + "edit/", break_points.edit, name="break_point_edit"),
    path(BREAK_POINT + "delete/", break_points.delete, name="break_point_delete"),
    path(CASE + "timeline/", timeline.index, name="timeline"),
]
