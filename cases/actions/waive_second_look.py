"""Doing without a second look, for a reason that everybody in the agency can read."""

from django.db import transaction
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.models import Case, CaseAnalysis, SecondLookWaiver
from cases.permissions import locked, own_analysis
from core.refusal import Refusal
from core.today import now


@transaction.atomic
def waive_second_look(analysis: CaseAnalysis, *, case: Case, reason: str, by: Membership) -> SecondLookWaiver:
    """Note for the present version why nobody looks at it; whoever was asked need not look any more.

    Raises Refusal without a reason; PermissionDenied for another agency's analysis.
    """
    case = locked(case, for_=by, codename="change_case")
    analysis = own_analysis(analysis, case=case, by=by)
    if not reason.strip():
        raise Refusal(_("Please say why."), field="reason")
    waived = SecondLookWaiver.objects.create(
        case=case,
        agency=by.agency,
        analysis=analysis,
        waived_by=by,
        waived_at=now(),
        version=analysis.version,
        reason=reason,
    )
    trail.record(trail.Verb.CREATED, waived)
    return waived
