"""Addresses of drafts."""

from django.urls import path

from cases.views import drafts

CASE = "cases/<uuid:case_id>/"

urlpatterns = [
    path(CASE + "drafts/<slug:kind>/", drafts.save, name="draft"),
    path(CASE + "drafts/<slug:kind>/discard/", drafts.discard, name="draft_discard"),
    path("drafts/take_up/", drafts.save_take_up, name="take_up_draft"),
    path("drafts/take_up/discard/", drafts.discard_take_up, name="take_up_draft_discard"),
]
