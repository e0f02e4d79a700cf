"""Removing a residence title that never was."""

import pytest
from django.http import Http404

from agencies.models import Membership
from audit.models import Entry
from cases.actions.remove_residence import remove_residence
from cases.models import Case
from tests.factories import take_up, working_as

pytestmark = pytest.mark.django_db


def test_it_is_gone_and_the_trail_keeps_the_word_alone(case: Case, lead: Membership) -> None:
    with working_as(lead):
        period = case.migrant.residence_periods.get()
        remove_residence(period, case=case, mistake="never_issued", by=lead)
        assert not case.migrant.residence_periods.exists()
        entry = Entry.objects.latest("at")
    assert (entry.verb, entry.case_id) == ("changed", case.pk)
    assert "60a" not in entry.reason


def test_a_title_of_another_person_is_not_found(case: Case, lead: Membership) -> None:
    other = take_up(lead)
    with working_as(lead):
        period = case.migrant.residence_periods.get()
        with pytest.raises(Http404):
            remove_residence(period, case=other, mistake="twice", by=lead)
