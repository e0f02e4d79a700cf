"""The colleague says what she thinks of the version that she has read."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from agencies.actions.notify import notify
from agencies.models import Membership
from agencies.models.notification import NotificationKind
from audit import trail
from cases.models import Case, SecondLook
from cases.models.second_look import Verdict
from cases.permissions import locked
from cases.second_look_state import latest_second_look
from core.refusal import Outdated, Refusal
from core.today import now


@transaction.atomic
def give_second_look(
    look: SecondLook, *, case: Case, verdict: str, remarks: str, version: int, by: Membership
) -> SecondLook:
    """Keep her answer for the version that she read, and tell whoever asked.

    Raises Refusal for remarks without a word, and when she is no longer asked; Outdated when the analysis was changed
    while she read; PermissionDenied for anybody but the colleague who was asked.
    """
    case = locked(case, for_=by, codename="change_case")
    found = SecondLook.objects.visible_to(by).select_related("analysis", "asked_by", "colleague")
    look = get_object_or_404(found, pk=look.pk, case=case)
    if look.colleague.user_id != by.user_id:
        raise PermissionDenied
    if look.is_done or latest_second_look(look.analysis) != look:
        raise Refusal(_("This second look is already done, or somebody else does it now."))
    if look.analysis.version != version:
        raise Outdated(
            _("The analysis has been changed while you were reading. Please look at the new version first.")
        )
    if verdict == Verdict.WITH_REMARKS and not remarks:
        raise Refusal(_("Please write down your remarks."), field="remarks")
    if look.analysis.versions.filter(author__user_id=by.user_id).exists():
        raise Refusal(_("You have written in this analysis yourself; somebody else has to look at it."))
    look.done_at, look.done_version, look.verdict, look.remarks = now(), version, verdict, remarks
    look.save(update_fields=["done_at", "done_version", "verdict", "remarks"])
    trail.record(trail.Verb.CHANGED, look)
    notify(
        NotificationKind.SECOND_LOOK_DONE,
        to=[look.asked_by],
        about=look.pk,
        path=reverse("cases:analysis", kwargs={"case_id": case.pk, "analysis_id": look.analysis_id}),
        by=by,
        case_id=case.pk,
        case_number=case.number,
    )
    return look
