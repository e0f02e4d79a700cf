"""Ending: at once or on a day, never oneself, never the last central administrator."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import Http404

from agencies.actions.end_membership import end_membership
from agencies.models import Agency, Membership, Notification
from agencies.roles import Role
from core.refusal import Refusal
from core.today import today
from tests.agencies.inviting import mails_to
from tests.factories import make_membership, working_as
from tests.trail import entries_for

ADMIN = Role.ACCESS_ADMINISTRATOR


def end(membership: Membership, *, by: Membership, on: date | None = None) -> Membership:
    with working_as(by):
        return end_membership(membership, reason="Wechsel", by=by, on=on)


def refusal(membership: Membership, **rest: Any) -> Refusal:
    with pytest.raises(Refusal) as refused:
        end(membership, **rest)
    return refused.value


def test_at_once(partner: Membership, access_administrator: Membership) -> None:
    assert end(partner, by=access_administrator).ends_on == today()
    partner.refresh_from_db()
    assert not partner.is_in_force()
    entry = entries_for(access_administrator)[-1]
    assert (entry.verb, entry.object_id, entry.reason) == ("ended", partner.pk, "Wechsel")
    (mail,) = mails_to(partner.user.email)
    assert partner.agency.name in mail.body
    assert "Wechsel" not in mail.body


def test_on_a_day(partner: Membership, access_administrator: Membership) -> None:
    day = today() + timedelta(days=3)
    assert end(partner, by=access_administrator, on=day).is_in_force(on=day - timedelta(days=1))
    partner.refresh_from_db()
    assert not partner.is_in_force(on=day)
    with working_as(partner):
        assert Notification.objects.visible_to(partner).filter(kind="access_changed").exists()
    end(partner, by=access_administrator)


@pytest.mark.parametrize("days", [-1, -400])
def test_no_day_in_the_past(days: int, partner: Membership, access_administrator: Membership) -> None:
    day = today() + timedelta(days=days)
    assert refusal(partner, by=access_administrator, on=day).field == "ends_on"


def test_no_end_before_the_beginning(jobcentre: Agency, access_administrator: Membership) -> None:
    to_come = make_membership(jobcentre, starts_on=today() + timedelta(days=10))
    day = today() + timedelta(days=2)
    assert refusal(to_come, by=access_administrator, on=day).field == "ends_on"
    assert end(to_come, by=access_administrator).ends_on == to_come.starts_on


def test_nobody_ends_herself(access_administrator: Membership, integration_centre: Agency) -> None:
    make_membership(integration_centre, ADMIN, central=True)
    refusal(access_administrator, by=access_administrator)


def test_the_last_central_administrator_stays(
    access_administrator: Membership, integration_centre: Agency
) -> None:
    other = make_membership(integration_centre, ADMIN, central=True)
    Membership.objects.filter(pk=access_administrator.pk).update(ends_on=today() + timedelta(days=9))
    refusal(other, by=access_administrator)
    refusal(other, by=access_administrator, on=today() + timedelta(days=30))
    make_membership(integration_centre, ADMIN, central=True)
    end(other, by=access_administrator)


def test_a_delegated_administrator_ends_who_works_and_not_who_watches(
    delegated_administrator: Membership, partner: Membership, jobcentre: Agency
) -> None:
    refusal(make_membership(jobcentre, Role.DATA_PROTECTION_OFFICER), by=delegated_administrator)
    end(partner, by=delegated_administrator)


def test_a_foreign_member_does_not_exist(delegated_administrator: Membership, uninvolved: Membership) -> None:
    with pytest.raises(Http404):
        end(uninvolved, by=delegated_administrator)


def test_what_has_ended_has_ended(ended: Membership, access_administrator: Membership) -> None:
    refusal(ended, by=access_administrator)
