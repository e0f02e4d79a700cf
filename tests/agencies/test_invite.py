"""Inviting: by mail, with a link of which only a hash is kept, never to herself."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.http import Http404

from agencies.models import AccessInvitation, Agency, Membership
from agencies.roles import Role
from core.refusal import Refusal
from core.today import today
from tests.agencies.inviting import ADDRESS, invite_into, link_to, mails_to
from tests.factories import make_agency, make_membership, make_user
from tests.trail import entries_for

TOMORROW = timedelta(days=1)


def refusal(agency: Agency, *, by: Membership, **differing: Any) -> Refusal:
    with pytest.raises(Refusal) as refused:
        invite_into(agency, by=by, **differing)
    return refused.value


def test_the_mail_holds_the_link_and_the_database_its_hash(
    jobcentre: Agency, access_administrator: Membership
) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    (mail,) = mails_to()
    token = link_to().strip("/").split("/")[-1]
    assert len(token) >= 43
    assert token not in str(vars(invitation))
    assert AccessInvitation.objects.by_token(token).get() == invitation
    assert jobcentre.name in mail.body
    assert "Nele" not in mail.body + mail.subject


def test_it_stands_in_the_trail_without_the_address(
    jobcentre: Agency, access_administrator: Membership
) -> None:
    invitation = invite_into(jobcentre, by=access_administrator)
    entry = entries_for(access_administrator)[-1]
    assert (entry.verb, entry.object_type, entry.object_id) == ("created", "AccessInvitation", invitation.pk)
    assert ADDRESS not in str(vars(entry))


def test_nobody_invites_herself(jobcentre: Agency, access_administrator: Membership) -> None:
    own = access_administrator.user.email
    tagged = own.replace("@", "+zweite@")
    # RFC 5321, section 4.1.2: the quoted spelling leads to the same mailbox.
    quoted = '"{}"@{}'.format(*own.split("@"))
    for address in (
        own,
        own.upper(),
        f" {own} ",
        tagged,
        tagged.upper(),
        own.replace("p", "\uff50", 1),
        quoted,
    ):
        assert refusal(jobcentre, by=access_administrator, email=address).field == "email"
    assert not AccessInvitation.objects.exists()


def test_a_member_is_not_invited_again(partner: Membership, access_administrator: Membership) -> None:
    assert refusal(partner.agency, by=access_administrator, email=partner.user.email).field == "email"
    later = make_membership(make_agency(), starts_on=today() + TOMORROW)
    assert refusal(later.agency, by=access_administrator, email=later.user.email).field == "email"


def test_whoever_left_may_come_back(ended: Membership, access_administrator: Membership) -> None:
    assert invite_into(ended.agency, by=access_administrator, email=ended.user.email).is_open


def test_one_invitation_at_a_time(jobcentre: Agency, access_administrator: Membership) -> None:
    first = invite_into(jobcentre, by=access_administrator)
    assert refusal(jobcentre, by=access_administrator).field == "email"
    AccessInvitation.objects.filter(pk=first.pk).update(expires_at=first.invited_at)
    assert invite_into(jobcentre, by=access_administrator).is_open
    assert AccessInvitation.objects.unanswered().count() == 1


@pytest.mark.parametrize(
    ("differing", "field"),
    [
        ({"starts_on": today() - TOMORROW}, "starts_on"),
        ({"ends_on": today()}, "ends_on"),
        ({"central": True}, "central"),
    ],
)
def test_nonsense_is_refused_at_its_field(
    differing: dict[str, Any], field: str, jobcentre: Agency, access_administrator: Membership
) -> None:
    assert refusal(jobcentre, by=access_administrator, **differing).field == field


def test_a_closed_account_and_a_closed_agency_are_not_invited(
    jobcentre: Agency, access_administrator: Membership
) -> None:
    closed = make_user(is_active=False)
    assert refusal(jobcentre, by=access_administrator, email=closed.email).field == "email"
    assert refusal(make_agency(active=False), by=access_administrator).field is None


def test_a_delegated_administrator_invites_into_her_agency_alone(
    jobcentre: Agency, youth_office: Agency, delegated_administrator: Membership
) -> None:
    assert invite_into(jobcentre, by=delegated_administrator).is_open
    with pytest.raises(Http404):
        invite_into(youth_office, by=delegated_administrator)


@pytest.mark.parametrize("role", [Role.ACCESS_ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER])
def test_roles_that_watch_are_given_by_the_central_administration(
    role: Role, jobcentre: Agency, delegated_administrator: Membership, access_administrator: Membership
) -> None:
    assert refusal(jobcentre, by=delegated_administrator, roles=[role]).field == "roles"
    assert invite_into(jobcentre, by=access_administrator, roles=[role]).roles == [role]


def test_without_the_hat_nobody_invites(jobcentre: Agency, integration_centre: Agency) -> None:
    both = make_membership(integration_centre, Role.CASEWORKER, Role.ACCESS_ADMINISTRATOR, central=True)
    with pytest.raises(PermissionDenied):
        invite_into(jobcentre, by=both)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_invite_once(jobcentre: Agency, access_administrator: Membership) -> None:
    answers: list[str] = []

    def click() -> None:
        try:
            invite_into(jobcentre, by=access_administrator)
            answers.append("invited")
        except Refusal as refused:
            answers.append(str(refused.field))
        finally:
            connections.close_all()

    clicks = [threading.Thread(target=click) for _ in range(4)]
    for each in clicks:
        each.start()
    for each in clicks:
        each.join()
    assert sorted(answers) == ["email", "email", "email", "invited"]
