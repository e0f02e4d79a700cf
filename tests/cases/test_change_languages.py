"""Languages of a person, each with its need of a mediator."""

import pytest

from agencies.models import Membership
from cases.actions.change_languages import change_languages
from cases.models import Case, FurtherLanguage
from core.refusal import Refusal
from tests.factories import working_as

pytestmark = pytest.mark.django_db


def test_they_replace_those_stored_before(case: Case, lead: Membership) -> None:
    for further in ([("Arabisch", "no"), ("", "yes")], [("Deutsch", "yes")]):
        with working_as(lead):
            change_languages(case, main=("Tigrinya", "yes"), further=further, by=lead)
            stored = list(FurtherLanguage.objects.values_list("language", "mediator_needed"))
        assert stored == [each for each in further if each[0]]


def test_a_language_is_named_once(case: Case, lead: Membership) -> None:
    with working_as(lead), pytest.raises(Refusal):
        change_languages(case, main=("Tigrinya", "yes"), further=[("tigrinya", "no")], by=lead)
