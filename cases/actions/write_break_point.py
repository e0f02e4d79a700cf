"""Writing down a break point: at which interface, what happened, what it did, and what would have helped."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Interface, Membership
from audit import trail
from cases.models import BreakPoint, Case, JourneyStep
from cases.permissions import locked
from core.refusal import Outdated, Refusal
from core.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakPointContent:
    """What the break point says; `step` is where it was found, if it was found at a step."""

    from_kind: str
    to_kind: str
    category: str
    what_happened: str
    life_area: str
    found_on: date
    step: JourneyStep | None = None
    effect: str = ""
    days_lost: int | None = None
    would_have_helped: str = ""
    caught_by: str = ""
    shared: bool = False


WORDS = ("category", "what_happened", "effect", "days_lost", "would_have_helped", "caught_by")
CHANGED = (*WORDS, "found_on", "life_area", "shared", "step", "interface", "changed_at")


@transaction.atomic
def write_break_point(
    case: Case,
    *,
    content: BreakPointContent,
    by: Membership,
    break_point: BreakPoint | None = None,
    key: UUID | None = None,
) -> BreakPoint:
    """Store a new break point, or change one of her agency's; with a key, sent twice, the second is an IntegrityError.

    Raises Refusal when it is dated in the future, Outdated when it was changed meanwhile, PermissionDenied for another
    agency's, Http404 for a break point or a step that is not visible to her in this case.
    """
    case = locked(case, for_=by, codename="change_case")
    present = _present(break_point, case=case, by=by) if break_point else None
    if content.found_on > today():
        raise Refusal(_("A break point cannot be found in the future."), field="found_on")
    if content.step is not None:
        get_object_or_404(JourneyStep.objects.visible_to(by), pk=content.step.pk, case=case)
    written = present or BreakPoint(id=key or uuid4(), case=case, agency=by.agency, author=by)
    written.interface = Interface.objects.between(content.from_kind, content.to_kind)
    for name in (*WORDS, "found_on", "life_area", "shared", "step"):
        setattr(written, name, getattr(content, name))
    written.changed_at = timezone.now()
    if present:
        written.save(update_fields=CHANGED)
    else:
        written.save(force_insert=True)
    case.touch()
    trail.record(trail.Verb.CHANGED if present else trail.Verb.CREATED, written)
    return written


def own_break_point(break_point_id: UUID, *, case: Case, by: Membership) -> BreakPoint:
    """A break point that her agency wrote.

    Raises Http404 for one that she does not see in this case, PermissionDenied for another agency's.
    """
    found = BreakPoint.objects.visible_to(by).select_related("agency", "case", "interface")
    break_point = get_object_or_404(found, pk=break_point_id, case=case)
    if break_point.agency_id != by.agency_id:
        raise PermissionDenied
    return break_point


def _present(read: BreakPoint, *, case: Case, by: Membership) -> BreakPoint:
    """The break point under the lock of the case; it must be what the caller has read."""
    break_point = own_break_point(read.pk, case=case, by=by)
    if break_point.changed_at != read.changed_at:
        raise Outdated(
            _("This break point was changed at this very moment. Please look at it and save again.")
        )
    return break_point
