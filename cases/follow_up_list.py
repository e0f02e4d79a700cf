"""Her reminders in all cases, page by page."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from agencies.models import Membership
from cases.models import FollowUp
from core.keyset import Page, Position, page_of_rows
from core.today import today

PAGE_SIZE = 25
VIEWS: dict[str, Promise] = {"open": _("open"), "overdue": _("overdue"), "done": _("done")}


def page_of_follow_ups(reader: Membership, *, shown: str, position: Position | None) -> Page:
    """Open ones by their day, the first to come first; done ones the latest first."""
    own = FollowUp.objects.visible_to(reader).select_related("case__migrant")
    if shown == "done":
        done = own.filter(done_at__isnull=False)
        return page_of_rows(done, by="done_at", size=PAGE_SIZE, position=position)
    found = own.open().filter(due_on__lt=today()) if shown == "overdue" else own.open()
    return page_of_rows(found, by="due_on", size=PAGE_SIZE, position=position, latest_first=False)
