"""Addresses of the interface: the way through the offices, break points, time line."""

from django.urls import path

from cases.api.views import timeline, way

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path("interfaces/", way.InterfaceListView.as_view(), name="interfaces"),
    path(CASE + "steps/", way.StepListView.as_view(), name="steps"),
    path(CASE + "steps/<uuid:step_id>/", way.StepView.as_view(), name="step"),
    path(CASE + "break-points/", way.BreakPointListView.as_view(), name="break_points"),
    path(CASE + "break-points/<uuid:break_point_id>/", way.BreakPointView.as_view(), name="break_point"),
    path(CASE + "timeline/", timeline.TimelineView.as_view(), name="timeline"),
]
