"""Addresses of the interface: persons, their residence and family."""

from django.urls import path

from cases.api.views import family, persons, residence

CASE = "cases/<uuid:case_id>/"
PERSON = CASE + "person/"
RELATIVE = CASE + "family/<uuid:link_id>/"
PERIOD = CASE + "residence/<uuid:period_id>/"

urlpatterns = [
    path(PERSON, persons.PersonView.as_view(), name="person"),
    path(PERSON + "whereabouts/", persons.WhereaboutsView.as_view(), name="whereabouts"),
    path(PERSON + "block/", persons.BlockView.as_view(), name="information_block"),
    path(PERSON + "languages/", persons.LanguagesView.as_view(), name="person_languages"),
    path(PERSON + "target-group/", persons.TargetGroupView.as_view(), name="target_group"),
    path(CASE + "residence/", residence.ResidenceListView.as_view(), name="residence"),
    path(PERIOD, residence.ResidenceDetailView.as_view(), name="residence_period"),
    path(PERIOD + "removal/", residence.ResidenceRemovalView.as_view(), name="residence_removal"),
    path(CASE + "family/", family.FamilyListView.as_view(), name="family"),
    path(RELATIVE, family.FamilyDetailView.as_view(), name="family_link"),
    path(RELATIVE + "removal/", family.FamilyRemovalView.as_view(), name="family_removal"),
]
