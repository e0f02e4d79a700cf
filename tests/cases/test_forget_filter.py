"""Deleting a kept view."""

import pytest
from django.http import Http404

from agencies.models import Membership
from cases.actions.forget_filter import forget_filter
from cases.actions.keep_filter import keep_filter
from cases.models import SavedFilter
from tests.factories import working_as


def test_only_her_own(lead: Membership, team_lead: Membership) -> None:
    with working_as(lead):
        own = keep_filter(name="Planung", chosen={"phase": "planning"}, by=lead)
    with working_as(team_lead), pytest.raises(Http404):
        forget_filter(own.pk, by=team_lead)
    with working_as(lead):
        forget_filter(own.pk, by=lead)
        assert not SavedFilter.objects.exists()
