"""Correcting a relative, from whichever side."""

import pytest

from agencies.models import Membership
from cases.actions.correct_family_link import correct_family_link
from cases.actions.link_family import link_family
from cases.models import Case, FamilyLink
from tests.factories import client_for, take_up, working_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def mother(lead: Membership) -> Case:
    return take_up(lead, given_names="Almaz", family_name="Tesfay")


def link(case: Case, other: Case, by: Membership, kind: str = "parent") -> FamilyLink:
    with working_as(by):
        return link_family(case, kind=kind, relative=other, about={}, by=by)


def test_the_other_side_reads_it_the_other_way_round(case: Case, mother: Case, lead: Membership) -> None:
    made = link(case, mother, lead)
    assert made.kind_seen_from(case.migrant_id) == "parent"
    assert made.kind_seen_from(mother.migrant_id) == "child"
    client = client_for(lead)
    assert "Almaz Tesfay" in client.get(f"/cases/{case.pk}/person/").content.decode()
    assert case.number in client.get(f"/cases/{mother.pk}/person/").content.decode()
    with working_as(lead):
        correct_family_link(made, case=mother, kind="ward", about={}, by=lead)
        assert FamilyLink.objects.get().kind == "guardian"
