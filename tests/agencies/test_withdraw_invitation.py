"""Withdrawing: the link no longer counts; what was accepted has to be ended instead."""

import pytest
from django.http import Http404

from agencies.actions.accept_invitation import NewAccount, accept_invitation
from agencies.actions.withdraw_invitation import withdraw_invitation
from agencies.models import Agency, InvitationState, Membership
from core.refusal import Refusal
from tests.agencies.inviting import PASSWORD, invite_into
from tests.factories import working_as


def test_it_no_longer_counts_and_twice_is_once(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    with working_as(access_administrator):
        first = withdraw_invitation(invitation, by=access_administrator)
        assert withdraw_invitation(invitation, by=access_administrator).withdrawn_at == first.withdrawn_at
    assert first.state == InvitationState.WITHDRAWN


def test_what_was_accepted_is_not_withdrawn(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    accept_invitation(invitation, account=NewAccount(name="Nele Neu", password=PASSWORD))
    with working_as(access_administrator), pytest.raises(Refusal):
        withdraw_invitation(invitation, by=access_administrator)


def test_a_foreign_one_does_not_exist(
    youth_office: Agency, access_administrator: Membership, delegated_administrator: Membership
) -> None:
    invitation = invite_into(youth_office, by=access_administrator)
    with working_as(delegated_administrator), pytest.raises(Http404):
        withdraw_invitation(invitation, by=delegated_administrator)
