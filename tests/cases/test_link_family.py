"""Family links: seen from both sides, and only by an agency that sees both persons."""

import pytest

from agencies.models import Membership
from cases.actions.link_family import link_family
from cases.models import Case, FamilyLink
from core.refusal import Refusal
from tests.factories import bring_in, client_for, take_up, working_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def mother(lead: Membership) -> Case:
    return take_up(lead, given_names="Almaz", family_name="Tesfay")


def link(case: Case, other: Case, by: Membership, kind: str = "parent") -> FamilyLink:
    with working_as(by):
        return link_family(case, kind=kind, relative=other, about={}, by=by)


def test_an_agency_sees_it_only_with_both_persons_and_the_area(
    case: Case, mother: Case, lead: Membership, partner: Membership, reader: Membership
) -> None:
    bring_in(case, partner.agency, by=lead, areas=["family"])
    bring_in(case, reader.agency, by=lead, areas=["work"])
    bring_in(mother, reader.agency, by=lead, areas=["work"])
    link(case, mother, lead)

    def seen(by: Membership) -> tuple[int, int]:
        with working_as(by):
            return FamilyLink.objects.visible_to(by).count(), FamilyLink.objects.count()

    assert seen(partner) == (0, 0)
    assert mother.number not in client_for(partner).get(f"/cases/{case.pk}/person/").content.decode()
    assert seen(reader) == (0, 0)
    bring_in(mother, partner.agency, by=lead, areas=["work"])
    assert seen(partner) == (1, 1)
    assert mother.number in client_for(partner).get(f"/cases/{case.pk}/person/").content.decode()


def test_a_pair_is_linked_once_and_nobody_with_herself(case: Case, mother: Case, lead: Membership) -> None:
    link(case, mother, lead)
    for first, second in ((case, mother), (mother, case), (case, case)):
        with pytest.raises(Refusal) as refusal:
            link(first, second, lead)
        assert refusal.value.field == "number"


def test_a_foreign_number_is_answered_like_none(case: Case, lead: Membership, uninvolved: Membership) -> None:
    foreign = take_up(uninvolved)
    client, address = client_for(lead), f"/cases/{case.pk}/family/new/"
    answers = [
        client.post(address, {"kind": "child", "number": number})
        for number in (foreign.number, "LIP-1999-9999")
    ]
    said = [response.context["form"].errors["number"] for response in answers]
    assert [response.status_code for response in answers] == [422, 422]
    assert said[0] == said[1]
