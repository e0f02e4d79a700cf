"""An address below an analysis that the acting agency wrote itself."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404

from cases.api.scope import CaseView
from cases.models import Case, CaseAnalysis


class OwnAnalysisView(CaseView):
    """Versions and the second look are nobody else's."""

    def analysis(self, case: Case, analysis_id: UUID) -> CaseAnalysis:
        """The analysis of the address.

        Raises Http404 when she does not see it, PermissionDenied when another agency wrote it.
        """
        analyses = CaseAnalysis.objects.visible_to(self.membership).select_related("case")
        analysis = get_object_or_404(analyses, pk=analysis_id, case=case)
        if analysis.agency_id != self.membership.agency_id:
            raise PermissionDenied
        return analysis
