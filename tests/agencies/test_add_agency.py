"""A new agency has its group; names tell agencies apart."""

import pytest
from django.core.exceptions import PermissionDenied

from agencies.actions.add_agency import add_agency
from agencies.models import Agency, Membership
from core.refusal import Refusal
from tests.agencies.entries import entry
from tests.factories import working_as
from tests.trail import entries_for


def test_it_is_there_with_a_group_of_its_own(access_administrator: Membership) -> None:
    with working_as(access_administrator):
        agency = add_agency(entry(), by=access_administrator)
    assert (agency.active, agency.group.name) == (True, str(agency.pk))
    last = entries_for(access_administrator)[-1]
    assert (last.verb, last.object_type, last.object_id) == ("created", "Agency", agency.pk)


@pytest.mark.parametrize("field", ["name", "short_name"])
def test_a_name_is_given_once(field: str, access_administrator: Membership, jobcentre: Agency) -> None:
    with working_as(access_administrator), pytest.raises(Refusal) as refused:
        add_agency(entry(**{field: getattr(jobcentre, field).upper()}), by=access_administrator)
    assert refused.value.field == field


def test_a_delegated_administrator_adds_none(delegated_administrator: Membership) -> None:
    with working_as(delegated_administrator), pytest.raises(PermissionDenied):
        add_agency(entry(), by=delegated_administrator)
