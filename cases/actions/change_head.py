"""Changing the head of a case: how urgent it is, why it was taken up, and in a few words how it stands."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case
from cases.models.vocabulary import Urgency
from cases.permissions import locked
from core.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHead:
    """What the leading agency writes and every agency in the case reads."""

    urgency: str
    urgency_reason: str
    occasion: str
    summary: str


@transaction.atomic
def change_head(case: Case, *, head: CaseHead, by: Membership) -> Case:
    """Write the head; a reason that nothing is urgent for is dropped.

    Raises Refusal for an urgency without a reason.
    """
    case = locked(case, for_=by, codename="steer_case")
    is_urgent = head.urgency != Urgency.NORMAL
    if is_urgent and not head.urgency_reason:
        raise Refusal(_("Please say why: the other agencies act on it."), field="urgency_reason")
    case.urgency = head.urgency
    case.urgency_reason = head.urgency_reason if is_urgent else ""
    case.occasion, case.summary = head.occasion, head.summary
    case.save(update_fields=["urgency", "urgency_reason", "occasion", "summary"])
    case.touch()
    trail.record(trail.Verb.CHANGED, case)
    return case
