"""Making an earlier version the present one again; nothing written in between is lost."""

from dataclasses import replace

from django.db import transaction

from agencies.models import Membership
from cases.actions.write_analysis import write_analysis
from cases.analysis_basis import basis_of, open_basis, present_content, without
from cases.analysis_content import AnalysisContent
from cases.models import AnalysisVersion, Case, CaseAnalysis
from cases.permissions import locked, own_analysis


@transaction.atomic
def restore_version(version: AnalysisVersion, *, case: Case, by: Membership) -> CaseAnalysis:
    """Write what the version says as a new one: it shares no more than is shared now, and names what is open now.

    Raises Http404 for an analysis that she does not see, PermissionDenied for another agency's.
    """
    case = locked(case, for_=by, codename="change_case")
    analysis = own_analysis(version.analysis, case=case, by=by)
    rows = present_content(analysis).rows
    content = AnalysisContent.thawed(version.content)
    content = without(content, basis_of(content) - open_basis(case, to=by))
    shared = {area for area, row in rows.items() if row["shared"]}
    content = replace(
        content,
        rows={
            area: {**row, "shared": row["shared"] and area in shared} for area, row in content.rows.items()
        },
    )
    return write_analysis(case, content=content, by=by, analysis=analysis, restores=version.number)
