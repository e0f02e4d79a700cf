"""Marking all notices as read."""

from uuid import uuid4

import pytest

from agencies.actions.notify import notify
from agencies.actions.read_all_notices import read_all_notices
from agencies.models import Membership, Notification, NotificationKind
from tests.factories import working_as

pytestmark = pytest.mark.django_db


def test_hers_are_read_and_nobody_elses(lead: Membership, team_lead: Membership) -> None:
    with working_as(lead):
        for _ in range(3):
            notify(NotificationKind.ASSIGNED, to=[lead, team_lead], about=uuid4(), path="/cases/")
        assert read_all_notices(by=lead) == 3
        assert read_all_notices(by=lead) == 0
        assert Notification.objects.visible_to(team_lead).unread().count() == 3


def test_only_of_the_agency_that_she_acts_for(in_two_agencies: tuple[Membership, Membership]) -> None:
    one, other = in_two_agencies
    with working_as(one):
        notify(NotificationKind.ASSIGNED, to=[one, other], about=uuid4(), path="/cases/")
        assert read_all_notices(by=one) == 1
    with working_as(other):
        assert Notification.objects.visible_to(other).unread().count() == 1
