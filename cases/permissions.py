"""Guards of views, interface and actions: not visible is 404, visible but not allowed is 403."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from agencies.models import Membership
from cases.models import Case, CaseAnalysis


def visible_case(case_id: UUID, *, to: Membership | None) -> Case:
    """The case, if the acting agency takes part in it today.

    Raises Http404 for a foreign and for a non-existent case alike.
    """
    cases = Case.objects.visible_to(to).select_related("migrant", "lead_agency")
    case = cases.filter(pk=case_id).first()
    if case is None:
        raise Http404
    return case


def require(membership: Membership, codename: str, case: Case) -> None:
    """Raise PermissionDenied unless role and participation both allow it."""
    if not membership.may(codename, case):
        raise PermissionDenied


def locked(case: Case, *, for_: Membership, codename: str) -> Case:
    """The case under a row lock, with the permission asked again inside the transaction."""
    found = Case.objects.visible_to(for_).select_for_update(of=("self",)).filter(pk=case.pk).first()
    if found is None:
        raise Http404
    require(for_, codename, found)
    return found


def own_analysis(analysis: CaseAnalysis, *, case: Case, by: Membership) -> CaseAnalysis:
    """The analysis as it stands now, which her agency wrote.

    Raises Http404 when she does not see it in this case, PermissionDenied for another agency's.
    """
    found = get_object_or_404(CaseAnalysis.objects.visible_to(by), pk=analysis.pk, case=case)
    if found.agency_id != by.agency_id:
        raise PermissionDenied
    return found
