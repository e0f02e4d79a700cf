"""Addresses of: persons and their residence."""

from django.urls import path

from cases.views import family, person, residence

CASE = "cases/<uuid:case_id>/"
PERSON = CASE + "person/"
PERIOD = CASE + "residence/<uuid:period_id>/"
RELATIVE = CASE + "family/<uuid:link_id>/"

urlpatterns = [
    path(PERSON, person.detail, name="person"),
    path(PERSON + "edit/", person.edit, name="person_edit"),
    path(PERSON + "whereabouts/", person.whereabouts, name="whereabouts"),
    path(PERSON + "block/", person.block, name="information_block"),
    path(PERSON + "languages/", person.languages, name="languages"),
    path(PERSON + "target-group/", person.target_group, name="target_group"),
    path(CASE + "residence/", residence.index, name="residence"),
    path(CASE + "residence/new/", residence.new, name="residence_new"),
    path(PERIOD + "edit/", residence.edit, name="residence_edit"),
    path(PERIOD + "remove/", residence.remove, name="residence_remove"),
    path(CASE + "family/new/", family.new, name="family_new"),
    path(RELATIVE + "edit/", family.edit, name="family_edit"),
    path(RELATIVE + "remove/", family.remove, name="family_remove"),
]
