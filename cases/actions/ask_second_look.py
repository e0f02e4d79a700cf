"""Asking a named colleague to look at an analysis before it is relied on."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.actions.notify import notify
from agencies.models import Membership
from agencies.models.notification import NotificationKind
from audit import trail
from cases.models import Case, CaseAnalysis, SecondLook
from cases.permissions import locked, own_analysis
from cases.second_look_state import colleagues_for
from core.refusal import Refusal
from core.today import now


@transaction.atomic
def ask_second_look(
    analysis: CaseAnalysis, *, case: Case, colleague: Membership, by: Membership
) -> SecondLook:
    """Note who was asked for the present version, and tell her; whoever was asked before need not look any more.

    Raises Refusal for somebody who wrote in it herself, or does not work on cases of the agency; PermissionDenied
    for another agency's analysis.
    """
    case = locked(case, for_=by, codename="change_case")
    analysis = own_analysis(analysis, case=case, by=by)
    if not colleagues_for(analysis, asked_by=by).filter(pk=colleague.pk).exists():
        raise Refusal(
            _("Please choose a colleague who works on cases and has not written in this analysis."),
            field="colleague",
        )
    asked = SecondLook.objects.create(
        case=case,
        agency=by.agency,
        analysis=analysis,
        asked_by=by,
        colleague=colleague,
        asked_at=now(),
        asked_version=analysis.version,
    )
    trail.record(trail.Verb.REQUESTED, asked)
    notify(
        NotificationKind.SECOND_LOOK_ASKED,
        to=[colleague],
        about=asked.pk,
        path=reverse("cases:second_look", kwargs={"case_id": case.pk, "analysis_id": analysis.pk}),
        by=by,
        case_id=case.pk,
        case_number=case.number,
    )
    return asked
