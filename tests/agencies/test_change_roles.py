"""Changing roles: by others than herself, never the last central administrator, and the person is told."""

from typing import Any

import pytest
from django.http import Http404

from agencies.actions.change_roles import change_roles
from agencies.models import Agency, Membership, Notification
from agencies.roles import Role
from core.refusal import Refusal
from tests.factories import make_membership, working_as
from tests.trail import entries_for

ADMIN = Role.ACCESS_ADMINISTRATOR


def change(membership: Membership, *roles: str, by: Membership, **rest: Any) -> Membership:
    with working_as(by):
        return change_roles(membership, **{"roles": roles, "telephone": "", "by": by, **rest})


def refusal(membership: Membership, *roles: str, by: Membership, **rest: Any) -> Refusal:
    with pytest.raises(Refusal) as refused:
        change(membership, *roles, by=by, **rest)
    return refused.value


def test_roles_and_telephone_are_changed_and_she_is_told(
    partner: Membership, access_administrator: Membership
) -> None:
    change(partner, Role.TEAM_LEAD, Role.CASEWORKER, by=access_administrator, telephone="05231 1")
    partner.refresh_from_db()
    assert (partner.roles, partner.telephone) == ([Role.CASEWORKER, Role.TEAM_LEAD], "05231 1")
    entry = entries_for(access_administrator)[-1]
    assert (entry.verb, entry.object_type, entry.object_id) == ("changed", "Membership", partner.pk)
    change(partner, Role.CASEWORKER, by=access_administrator)
    with working_as(partner):
        assert Notification.objects.visible_to(partner).filter(kind="access_changed").count() == 2


def test_a_telephone_alone_is_no_news(partner: Membership, access_administrator: Membership) -> None:
    change(partner, *partner.roles, by=access_administrator, telephone="05231 2")
    with working_as(partner):
        assert not Notification.objects.visible_to(partner).exists()


def test_nobody_changes_her_own_access(access_administrator: Membership, jobcentre: Agency) -> None:
    refusal(access_administrator, ADMIN, Role.CASEWORKER, by=access_administrator)
    elsewhere = make_membership(jobcentre, user=access_administrator.user)
    refusal(elsewhere, Role.TEAM_LEAD, by=access_administrator)


def test_the_last_central_administrator_stays(
    access_administrator: Membership, integration_centre: Agency
) -> None:
    other = make_membership(integration_centre, ADMIN, hat=ADMIN, central=True)
    change(other, Role.CASEWORKER, by=access_administrator)
    other.refresh_from_db()
    assert (other.roles, other.central) == ([Role.CASEWORKER], False)
    third = make_membership(integration_centre, ADMIN, hat=ADMIN, central=True)
    Membership.objects.filter(pk=access_administrator.pk).update(ends_on="2099-01-01")
    refusal(third, Role.CASEWORKER, by=access_administrator)
    refusal(third, ADMIN, by=access_administrator, central=False)


def test_central_is_made_by_a_central_one_and_stays_unless_it_is_named(
    delegated_administrator: Membership, access_administrator: Membership, jobcentre: Agency
) -> None:
    change(delegated_administrator, ADMIN, by=access_administrator, central=True)
    change(delegated_administrator, ADMIN, Role.CASEWORKER, by=access_administrator)
    delegated_administrator.refresh_from_db()
    assert delegated_administrator.central
    assert refusal(make_membership(jobcentre), "caseworker", by=access_administrator, central=True).field


def test_a_delegated_administrator_leaves_watching_roles_alone(
    delegated_administrator: Membership, jobcentre: Agency
) -> None:
    watching = make_membership(jobcentre, Role.DATA_PROTECTION_OFFICER, Role.CASEWORKER)
    central = make_membership(jobcentre, ADMIN, central=True)
    by = delegated_administrator
    assert refusal(watching, Role.CASEWORKER, by=by).field == "roles"
    assert refusal(make_membership(jobcentre), ADMIN, by=by).field == "roles"
    assert refusal(central, ADMIN, by=by, central=False).field == "central"
    change(watching, Role.DATA_PROTECTION_OFFICER, Role.TEAM_LEAD, by=by)


def test_a_foreign_member_does_not_exist(delegated_administrator: Membership, uninvolved: Membership) -> None:
    with pytest.raises(Http404):
        change(uninvolved, Role.TEAM_LEAD, by=delegated_administrator)


def test_what_has_ended_is_not_changed(ended: Membership, access_administrator: Membership) -> None:
    refusal(ended, Role.TEAM_LEAD, by=access_administrator)


def test_somebody_without_a_role_is_no_member(partner: Membership, access_administrator: Membership) -> None:
    assert refusal(partner, by=access_administrator).field == "roles"
