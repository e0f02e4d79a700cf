"""Accepting: once, in time, by the one it is for; the membership is as it was offered."""

from datetime import timedelta

import pytest

from agencies.actions.accept_invitation import NewAccount, NoLongerOpen, accept_invitation
from agencies.actions.end_membership import end_membership
from agencies.models import AccessInvitation, Agency, Membership, User
from agencies.roles import Role
from core.refusal import Refusal
from core.today import today
from tests.agencies.inviting import ADDRESS, PASSWORD, invite_into
from tests.factories import make_membership, make_user, working_as
from tests.trail import entries_for

ACCOUNT = NewAccount(name="Nele Neuer", password=PASSWORD)


def test_a_new_person_gets_account_and_membership(
    jobcentre: Agency, access_administrator: Membership, partner: Membership
) -> None:
    invitation = invite_into(
        jobcentre, by=access_administrator, roles=[Role.TEAM_LEAD], ends_on=today() + timedelta(days=30)
    )
    membership = accept_invitation(invitation, account=ACCOUNT)
    user = User.objects.get(email=ADDRESS)
    assert (user.name, user.check_password(PASSWORD)) == ("Nele Neuer", True)
    assert (membership.user, membership.agency, membership.roles) == (user, jobcentre, [Role.TEAM_LEAD])
    assert membership.ends_on == invitation.ends_on
    kinds = [(entry.verb, entry.object_type) for entry in entries_for(partner)[-2:]]
    assert kinds == [("created", "User"), ("created", "Membership")]


def test_it_counts_once(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    accept_invitation(invitation, account=ACCOUNT)
    with pytest.raises(NoLongerOpen):
        accept_invitation(invitation, account=ACCOUNT)
    assert Membership.objects.filter(agency=jobcentre).count() == 1


def test_a_known_person_must_have_signed_in(
    jobcentre: Agency, access_administrator: Membership, uninvolved: Membership
) -> None:
    invitation = invite_into(jobcentre, by=access_administrator, email=uninvolved.user.email)
    with pytest.raises(Refusal):
        accept_invitation(invitation, account=ACCOUNT)
    membership = accept_invitation(invitation, user=uninvolved.user)
    assert membership.user == uninvolved.user
    assert uninvolved.user.check_password("only-for-tests")


def test_nobody_accepts_for_somebody_else(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    for somebody in (make_user(), access_administrator.user):
        with pytest.raises(Refusal):
            accept_invitation(invitation, user=somebody)
    assert AccessInvitation.objects.get().is_open


@pytest.mark.parametrize("what", ["expired", "agency closed"])
def test_too_late_is_too_late(what: str, jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    if what == "expired":
        AccessInvitation.objects.update(expires_at=invitation.invited_at)
    else:
        Agency.objects.filter(pk=jobcentre.pk).update(active=False)
    with pytest.raises(NoLongerOpen):
        accept_invitation(invitation, account=ACCOUNT)
    assert not User.objects.filter(email=ADDRESS).exists()


def test_out_and_in_on_one_day_is_one_membership(jobcentre: Agency, access_administrator: Membership) -> None:
    first = accept_invitation(invite_into(jobcentre, by=access_administrator), account=ACCOUNT)
    with working_as(access_administrator):
        end_membership(first, reason="Irrtum", by=access_administrator)
    again = invite_into(jobcentre, by=access_administrator, roles=[Role.TEAM_LEAD])
    second = accept_invitation(again, user=first.user)
    assert (second.pk, second.ends_on, second.roles) == (first.pk, None, [Role.TEAM_LEAD])


def test_who_has_come_another_way_is_told_so(
    jobcentre: Agency, access_administrator: Membership, uninvolved: Membership
) -> None:
    invitation = invite_into(jobcentre, by=access_administrator, email=uninvolved.user.email)
    Membership.objects.create(user=uninvolved.user, agency=jobcentre, roles=["caseworker"], starts_on=today())
    with pytest.raises(Refusal):
        accept_invitation(invitation, user=uninvolved.user)


def test_a_central_administrator_who_was_ended_leaves_no_other_behind(
    jobcentre: Agency, integration_centre: Agency, access_administrator: Membership
) -> None:
    role = Role.ACCESS_ADMINISTRATOR
    leaving = make_membership(integration_centre, role, central=True, hat=role)
    invitation = invite_into(jobcentre, by=leaving, roles=[role], central=True)
    with working_as(access_administrator):
        end_membership(leaving, reason="Versetzung", by=access_administrator)
    with pytest.raises(Refusal):
        accept_invitation(invitation, account=NewAccount(name="Nele Neu", password=PASSWORD))
