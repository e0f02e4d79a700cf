"""Notices reach exactly those they are for."""

from uuid import uuid4

import pytest

from agencies.actions.notify import notify
from agencies.models import Membership, Notification, NotificationKind
from tests.factories import working_as

pytestmark = pytest.mark.django_db


def test_a_notice_is_told_once_and_only_in_its_own_agency(lead: Membership, partner: Membership) -> None:
    about = uuid4()
    with working_as(lead):
        for _ in range(2):
            notify(NotificationKind.ASSIGNED, to=[lead, partner], about=about, path="/cases/", by=lead)
        assert not Notification.objects.exists()
    with working_as(partner):
        assert Notification.objects.visible_to(partner).count() == 1
        assert not Notification.objects.visible_to(lead).exists()
