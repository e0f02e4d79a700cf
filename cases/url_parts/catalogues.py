"""Addresses of: catalogues and the second check."""

from django.urls import path

from cases.views import catalogue_texts, catalogues

TEXT = "catalogues/<slug:catalogue>/<uuid:text_id>/"

urlpatterns = [
    path("catalogues/", catalogues.overview, name="catalogues"),
    path("catalogues/<slug:catalogue>/", catalogues.index, name="catalogue"),
    path("catalogues/<slug:catalogue>/new/", catalogue_texts.new, name="catalogue_text_new"),
    path(TEXT, catalogues.detail, name="catalogue_text"),
    path(TEXT + "edit/", catalogue_texts.edit, name="catalogue_text_edit"),
    path(TEXT + "check/", catalogue_texts.check, name="catalogue_text_check"),
    path(TEXT + "end/", catalogue_texts.end, name="catalogue_text_end"),
]
