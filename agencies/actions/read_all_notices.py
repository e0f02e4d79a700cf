"""Marking all notices as read, when there is nothing left to look at."""

from django.utils import timezone

from agencies.models import Membership, Notification


def read_all_notices(*, by: Membership) -> int:
    """How many of hers, in the acting agency, were unread until now."""
    return Notification.objects.visible_to(by).unread().update(read_at=timezone.now())
