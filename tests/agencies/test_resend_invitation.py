"""Sending again: a new link, and the earlier one no longer counts."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone

from agencies.actions.resend_invitation import resend_invitation
from agencies.actions.withdraw_invitation import withdraw_invitation
from agencies.models import AccessInvitation, Agency, Membership
from core.refusal import Refusal
from tests.agencies.inviting import SITE, invite_into, link_to, mails_to
from tests.factories import working_as


def token() -> str:
    return link_to().strip("/").split("/")[-1]


def resend(invitation: AccessInvitation, *, by: Membership) -> AccessInvitation:
    with working_as(by):
        return resend_invitation(invitation, site=SITE, by=by)


def test_the_earlier_link_no_longer_counts(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    first = token()
    resend(invitation, by=access_administrator)
    assert len(mails_to()) == 2
    assert token() != first
    assert not AccessInvitation.objects.by_token(first).exists()
    assert AccessInvitation.objects.by_token(token()).get() == invitation


def test_one_that_has_expired_counts_again(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    AccessInvitation.objects.filter(pk=invitation.pk).update(expires_at=timezone.now() - timedelta(days=1))
    assert resend(invitation, by=access_administrator).is_open


def test_one_that_was_withdrawn_is_gone(jobcentre: Agency, access_administrator: Membership) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    with working_as(access_administrator):
        withdraw_invitation(invitation, by=access_administrator)
    with pytest.raises(Refusal):
        resend(invitation, by=access_administrator)
    assert len(mails_to()) == 1


def test_a_foreign_one_does_not_exist(
    youth_office: Agency, access_administrator: Membership, delegated_administrator: Membership
) -> None:
    invitation = invite_into(youth_office, by=access_administrator)
    with pytest.raises(Http404):
        resend(invitation, by=delegated_administrator)
