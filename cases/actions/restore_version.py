"""Making an earlier version the present one again; nothing written in between is lost."""

from dataclasses import replace

from django.db import transaction

from agencies.models import Membership
from cases.actions.write_analysis import write_analysis
from cases.analysis_content import AnalysisContent
from cases.models import AnalysisVersion, Case, CaseAnalysis, Interview
from cases.permissions import locked, own_analysis


@transaction.atomic
def restore_version(version: AnalysisVersion, *, case: Case, by: Membership) -> CaseAnalysis:
    """Write what the version says as a new one, and share no more than is shared now.

    Raises Http404 for an analysis that she does not see, PermissionDenied for another agency's.
    """
    case = locked(case, for_=by, codename="change_case")
    analysis = own_analysis(version.analysis, case=case, by=by)
    present = AnalysisContent.thawed(analysis.versions.get(number=analysis.version).content)
    content = AnalysisContent.thawed(version.content)
    visible = set(Interview.objects.visible_to(by).filter(case=case).values_list("pk", flat=True))
    return write_analysis(
        case,
        content=replace(
            content,
            rows={
                area: {**row, "shared": row["shared"] and present.rows.get(area, {}).get("shared", False)}
                for area, row in content.rows.items()
            },
            interviews=tuple(key for key in content.interviews if key in visible),
        ),
        by=by,
        analysis=analysis,
        restores=version.number,
    )
