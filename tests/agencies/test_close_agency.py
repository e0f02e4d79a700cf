"""A closed agency: nobody acts for it from the next click on."""

import pytest

from agencies.actions.close_agency import close_agency
from agencies.models import Agency, Membership
from agencies.roles import Role
from core.refusal import Refusal
from tests.factories import client_for, make_membership, working_as
from tests.trail import entries_for

ADMIN = Role.ACCESS_ADMINISTRATOR


def close(agency: Agency, *, by: Membership) -> Agency:
    with working_as(by):
        return close_agency(agency, reason="Zusammengelegt", by=by)


def test_its_members_have_no_access_and_whoever_has_no_other_agency_is_signed_out(
    jobcentre: Agency, access_administrator: Membership, in_two_agencies: tuple[Membership, Membership]
) -> None:
    only_here = make_membership(jobcentre)
    out, both = client_for(only_here), client_for(in_two_agencies[0])
    close(jobcentre, by=access_administrator)
    assert out.get("/cases/").status_code == 302
    assert both.get("/cases/").status_code == 200
    assert not Membership.objects.in_force().filter(agency=jobcentre).exists()
    entry = entries_for(access_administrator)[-1]
    assert (entry.verb, entry.object_id, entry.reason) == ("ended", jobcentre.pk, "Zusammengelegt")


def test_not_her_own(access_administrator: Membership) -> None:
    with pytest.raises(Refusal):
        close(access_administrator.agency, by=access_administrator)


def test_not_where_the_last_central_administrator_works(
    jobcentre: Agency, access_administrator: Membership
) -> None:
    make_membership(jobcentre, ADMIN, central=True)
    Membership.objects.filter(pk=access_administrator.pk).update(ends_on="2099-01-01")
    with pytest.raises(Refusal):
        close(jobcentre, by=access_administrator)
