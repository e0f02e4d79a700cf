"""A closed agency opened again."""

from agencies.actions.reopen_agency import reopen_agency
from agencies.models import Membership
from tests.factories import make_agency, make_membership, working_as


def test_its_members_act_for_it_as_before(access_administrator: Membership) -> None:
    member = make_membership(make_agency(active=False))
    with working_as(access_administrator):
        reopen_agency(member.agency, by=access_administrator)
    assert Membership.objects.in_force().filter(pk=member.pk).exists()
