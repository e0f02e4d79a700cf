"""Removing the link to a relative."""

import pytest

from agencies.models import Membership
from cases.actions.link_family import link_family
from cases.actions.remove_family_link import remove_family_link
from cases.models import Case, FamilyLink
from tests.factories import take_up, working_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def mother(lead: Membership) -> Case:
    return take_up(lead, given_names="Almaz", family_name="Tesfay")


def link(case: Case, other: Case, by: Membership, kind: str = "parent") -> FamilyLink:
    with working_as(by):
        return link_family(case, kind=kind, relative=other, about={}, by=by)


def test_removing_the_link_touches_nobody(case: Case, mother: Case, lead: Membership) -> None:
    made = link(case, mother, lead)
    with working_as(lead):
        remove_family_link(made, case=mother, by=lead)
        assert not FamilyLink.objects.exists()
        assert Case.objects.count() == 2
