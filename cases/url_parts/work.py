"""Addresses of the daily work on a case."""

from django.urls import path

from cases.views import area_states, assignment, follow_ups, head, notes, saved_filters

CASE = "cases/<uuid:case_id>/"
FOLLOW_UP = CASE + "follow-ups/<uuid:follow_up_id>/"

urlpatterns = [
    path("cases/assignment/", assignment.index, name="assignment"),
    path("cases/filters/new/", saved_filters.new, name="filter_new"),
    path("cases/filters/<uuid:filter_id>/delete/", saved_filters.forget, name="filter_delete"),
    path("follow-ups/", follow_ups.index, name="follow_ups"),
    path(CASE + "head/", head.edit, name="head"),
    path(CASE + "areas/<slug:area>/", area_states.edit, name="area_state"),
    path(CASE + "notes/", notes.index, name="notes"),
    path(CASE + "notes/new/", notes.new, name="note_new"),
    path(CASE + "notes/<uuid:note_id>/", notes.edit, name="note"),
    path(CASE + "follow-ups/new/", follow_ups.new, name="follow_up_new"),
    path(FOLLOW_UP, follow_ups.edit, name="follow_up"),
    path(FOLLOW_UP + "done/", follow_ups.finish, name="follow_up_done"),
    path(CASE + "taking-over/", assignment.take_over, name="take_over"),
]
