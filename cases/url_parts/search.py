"""Addresses of: search, duplicates and merging."""

from django.urls import path

from cases.views import merging

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(CASE + "merges/", merging.index, name="merges"),
    path(CASE + "merges/with/<uuid:other_id>/", merging.new, name="merge"),
    path(CASE + "merges/<uuid:merge_id>/undo/", merging.undo, name="merge_undo"),
]
