"""Addresses of the interface: catalogues and the second check."""

from django.urls import path

from cases.api.views import catalogue_texts as texts

TEXT = "catalogues/<slug:catalogue>/<uuid:text_id>/"

urlpatterns = [
    path("languages/", texts.LanguageListView.as_view(), name="languages"),
    path("guide/", texts.GuideView.as_view(), name="guide"),
    path("catalogues/", texts.CatalogueListView.as_view(), name="catalogues"),
    path("catalogues/<slug:catalogue>/", texts.CatalogueView.as_view(), name="catalogue"),
    path(TEXT, texts.CatalogueTextView.as_view(), name="catalogue_text"),
    path(TEXT + "versions/", texts.CatalogueVersionView.as_view(), name="catalogue_text_versions"),
    path(TEXT + "check/", texts.CatalogueCheckView.as_view(), name="catalogue_text_check"),
    path(TEXT + "end/", texts.CatalogueEndView.as_view(), name="catalogue_text_end"),
]
