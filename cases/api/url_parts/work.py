"""Addresses of the interface: the daily work on a case."""

from django.urls import path

from cases.api.views import follow_ups, work

CASE = "cases/<uuid:case_id>/"
FOLLOW_UP = CASE + "follow-ups/<uuid:follow_up_id>/"

urlpatterns = [
    path("colleagues/", work.ColleagueListView.as_view(), name="colleagues"),
    path("assignments/", work.AssignmentListView.as_view(), name="assignments"),
    path("follow-ups/", follow_ups.FollowUpListView.as_view(), name="follow_ups"),
    path(CASE + "head/", work.HeadView.as_view(), name="head"),
    path(CASE + "area-states/", work.AreaStateListView.as_view(), name="area_states"),
    path(CASE + "area-states/<slug:area>/", work.AreaStateView.as_view(), name="area_state"),
    path(CASE + "notes/", work.NoteListView.as_view(), name="notes"),
    path(CASE + "notes/<uuid:note_id>/", work.NoteView.as_view(), name="note"),
    path(CASE + "phase-needs/", work.PhaseNeedsView.as_view(), name="phase_needs"),
    path(CASE + "assignment/", work.AssignmentView.as_view(), name="assignment"),
    path(CASE + "follow-ups/", follow_ups.NewFollowUpView.as_view(), name="follow_up_new"),
    path(FOLLOW_UP, follow_ups.FollowUpView.as_view(), name="follow_up"),
    path(FOLLOW_UP + "done/", follow_ups.FollowUpDoneView.as_view(), name="follow_up_done"),
]
