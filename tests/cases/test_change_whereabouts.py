"""Address, municipality and contact."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.models import Membership
from cases.actions.change_whereabouts import change_whereabouts
from cases.models import Case, Whereabouts
from tests.factories import working_as

pytestmark = pytest.mark.django_db


def test_what_is_not_named_stays(case: Case, lead: Membership) -> None:
    for changes in ({"town": "Lage", "telephone": "1"}, {"telephone": "2"}):
        with working_as(lead):
            change_whereabouts(case, whereabouts=changes, by=lead)
    with working_as(lead):
        stored = Whereabouts.objects.get()
    assert (stored.town, stored.telephone) == ("Lage", "2")


def test_only_the_lead_changes_them(shared_case: Case, partner: Membership) -> None:
    with working_as(partner), pytest.raises(PermissionDenied):
        change_whereabouts(shared_case, whereabouts={"town": "Lage"}, by=partner)
