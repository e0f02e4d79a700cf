"""The analysis of an address, as its reader may have it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from agencies.acting_request import ActingRequest
from cases.models import Case, CaseAnalysis


def visible_analysis(request: ActingRequest, case: Case, analysis_id: UUID) -> CaseAnalysis:
    """One of which she may read something; else Http404."""
    analyses = CaseAnalysis.objects.visible_to(request.membership)
    analyses = analyses.select_related("agency", "author__user", "case")
    return get_object_or_404(analyses, pk=analysis_id, case=case)


def analysis_of_hers(request: ActingRequest, case: Case, analysis_id: UUID) -> CaseAnalysis:
    """One that her agency wrote; of another's she reads the shared rows alone, so PermissionDenied."""
    analysis = visible_analysis(request, case, analysis_id)
    if analysis.agency_id != request.membership.agency_id:
        raise PermissionDenied
    return analysis
