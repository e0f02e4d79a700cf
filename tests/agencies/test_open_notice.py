"""Opening a notice."""

from uuid import uuid4

import pytest
from django.http import Http404

from agencies.actions.notify import notify
from agencies.actions.open_notice import open_notice
from agencies.models import Membership, Notification, NotificationKind
from tests.factories import working_as

pytestmark = pytest.mark.django_db


def test_opened_it_is_read_from_the_first_time_on(lead: Membership) -> None:
    with working_as(lead):
        notify(NotificationKind.ASSIGNED, to=[lead], about=uuid4(), path="/cases/")
        notice = Notification.objects.get()
        first = open_notice(notice.pk, by=lead).read_at
        again = open_notice(notice.pk, by=lead).read_at
    assert first is not None
    assert first == again


@pytest.mark.parametrize("who", ["team_lead", "partner"])
def test_a_notice_of_somebody_else_does_not_exist(
    who: str, lead: Membership, request: pytest.FixtureRequest
) -> None:
    other = request.getfixturevalue(who)
    with working_as(lead):
        notify(NotificationKind.ASSIGNED, to=[lead], about=uuid4(), path="/cases/")
        notice = Notification.objects.get()
    with working_as(other), pytest.raises(Http404):
        open_notice(notice.pk, by=other)
    with working_as(lead):
        notice.refresh_from_db()
        assert notice.read_at is None
