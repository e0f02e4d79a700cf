"""Addresses of the interface: search, duplicates and merging."""

from django.urls import path

from cases.api.views import merges, search

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path("cases/search/", search.SearchView.as_view(), name="search"),
    path("cases/duplicates/", search.DuplicateView.as_view(), name="duplicates"),
    path(CASE + "merges/", merges.MergeListView.as_view(), name="merges"),
    path(CASE + "merges/<uuid:merge_id>/undo/", merges.MergeUndoView.as_view(), name="merge_undo"),
]
