"""Giving several cases to a colleague at once: all of them, or none."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from agencies.models import Membership
from agencies.permissions import require_role
from cases.actions.assign_case import assign_case
from cases.models import Case, Participation
from core.refusal import Refusal

AT_ONCE = 100


@transaction.atomic
def assign_cases(case_ids: Iterable[UUID], *, to: Membership, by: Membership) -> list[Participation]:
    """Name the colleague in each of the cases.

    Raises Refusal when none or too many were chosen or she does not work on cases here, Http404 when one of them is
    not the agency's, PermissionDenied for whoever does not assign cases.
    """
    require_role(by, "assign_case")
    wanted = set(case_ids)
    if not wanted:
        raise Refusal(_("Please choose at least one case."), field="cases")
    if len(wanted) > AT_ONCE:
        raise Refusal(_("At most %(limit)d cases at once.") % {"limit": AT_ONCE}, field="cases")
    # In one order, so that two who assign at once wait for each other instead of blocking each other.
    found = list(Case.objects.visible_to(by).filter(pk__in=wanted).order_by("pk"))
    if len(found) != len(wanted):
        raise Http404
    return [assign_case(case, to=to, by=by) for case in found]
