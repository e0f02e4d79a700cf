"""Ending a participation closes the case for an agency on its very next request."""

from datetime import date

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, Participation
from cases.notifications import tell_participation_ends
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@transaction.atomic
def end_participation(
    participation: Participation, *, case: Case, by: Membership, reason: str, on: date | None = None
) -> None:
    """Let the participation end today, or on a day that is the first without access.

    Raises Refusal for the leading agency, for one that has ended or will end before, and for a day before today;
    Http404 for a participation in another case.
    """
    case = locked(case, for_=by, codename="steer_case")
    present = get_object_or_404(Participation.objects.select_for_update(), pk=participation.pk, case=case)
    ends_on = on or today()
    if present.is_lead:
        raise Refusal(_("The leading agency cannot be ended; hand over the lead first."))
    if present.ends_on is not None and present.ends_on <= today():
        raise Refusal(_("This participation has already ended."))
    if ends_on < today():
        raise Refusal(_("The last day cannot lie in the past."), field="ends_on")
    if present.ends_on is not None and ends_on > present.ends_on:
        raise Refusal(_("This participation ends before that day anyway."), field="ends_on")
    present.ends_on = max(ends_on, present.starts_on)
    present.ended_by = str(by)
    present.save(update_fields=["ends_on", "ended_by"])
    case.touch()
    trail.record(trail.Verb.ENDED, present, reason=reason)
    tell_participation_ends(present, case=case, by=by)
