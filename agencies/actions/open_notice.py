"""Opening a notice marks it as read; where it leads to is for the caller."""

from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils import timezone

from agencies.models import Membership, Notification


@transaction.atomic
def open_notice(notice_id: UUID, *, by: Membership) -> Notification:
    """The notice, read from now on if it was not before.

    Raises Http404 when it is not hers, in the acting agency.
    """
    notice = Notification.objects.visible_to(by).filter(pk=notice_id).first()
    if notice is None:
        raise Http404
    if notice.read_at is None:
        notice.read_at = timezone.now()
        notice.save(update_fields=["read_at"])
    return notice
