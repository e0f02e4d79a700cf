"""Writing the case analysis: an agency's own work, row by row shared or kept; each change leaves a version."""

from dataclasses import asdict
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.analysis_basis import (
    Basis,
    basis_of,
    open_basis,
    present_content,
    stored_basis,
    together,
    without,
)
from cases.analysis_content import AnalysisContent
from cases.models import (
    AnalysisBreakPoint,
    AnalysisInterview,
    AnalysisRow,
    AnalysisStep,
    AnalysisText,
    AnalysisVersion,
    Case,
    CaseAnalysis,
    ConferenceProposal,
)
from cases.permissions import locked, own_analysis
from core.refusal import Outdated, Refusal
from core.today import now, today


@transaction.atomic
def write_analysis(
    case: Case,
    *,
    content: AnalysisContent,
    by: Membership,
    analysis: CaseAnalysis | None = None,
    version: int | None = None,
    restores: int | None = None,
    key: UUID | None = None,
) -> CaseAnalysis:
    """Store a new analysis, or the changed text of one that her agency wrote; what says the same changes nothing.

    `version` is the one that the change began with, by default the one that was read. A new analysis with a key,
    sent twice, is an IntegrityError the second time.

    Raises Refusal when it is dated in the future or says nothing; Outdated when somebody has changed it in the
    meantime; PermissionDenied for another agency's analysis; Http404 for an analysis, or something it is to rest on,
    that is not visible to her in this case.
    """
    case = locked(case, for_=by, codename="change_case")
    if analysis is not None:
        analysis = _present(analysis, version=version, case=case, by=by)
    if content.as_of > today():
        raise Refusal(_("The analysis cannot be dated in the future."), field="as_of")
    if not content.says_something:
        raise Refusal(_("Please write at least one section or one life area."))
    content = _with_what_she_cannot_choose(content, analysis=analysis, case=case, by=by).in_order()
    if analysis is not None and present_content(analysis).in_order() == content:
        trail.record(trail.Verb.VIEWED, analysis)
        return analysis
    verb = trail.Verb.CHANGED if analysis else trail.Verb.CREATED
    analysis = _write_head(analysis, content, key=key, case=case, by=by)
    _write_parts(analysis, content)
    _write_version(analysis, content, by=by, restores=restores)
    case.touch()
    trail.record(verb, analysis)
    return analysis


def _present(read: CaseAnalysis, *, version: int | None, case: Case, by: Membership) -> CaseAnalysis:
    """The analysis under the lock of the case; it must be what the writer began with."""
    analysis = own_analysis(read, case=case, by=by)
    if analysis.version != (read.version if version is None else version):
        raise Outdated(
            _("This analysis has been changed in the meantime. Please compare both texts and save once more.")
        )
    return analysis


def _with_what_she_cannot_choose(
    content: AnalysisContent, *, analysis: CaseAnalysis | None, case: Case, by: Membership
) -> AnalysisContent:
    """What an analysis rests on stays named when its agency has lost sight of it: no form offers it."""
    choices = open_basis(case, to=by)
    known = stored_basis(analysis) if analysis else Basis()
    if basis_of(content) - choices - known:
        raise Http404
    if analysis is None:
        return content
    present = present_content(analysis)
    hidden = known - choices
    return together(content, without(present, basis_of(present) - hidden))


def _write_head(
    analysis: CaseAnalysis | None,
    content: AnalysisContent,
    *,
    key: UUID | None,
    case: Case,
    by: Membership,
) -> CaseAnalysis:
    if analysis is None:
        return CaseAnalysis.objects.create(
            id=key or uuid4(),
            case=case,
            agency=by.agency,
            author=by,
            as_of=content.as_of,
            title=content.title,
            changed_at=now(),
        )
    analysis.as_of, analysis.title, analysis.changed_at = content.as_of, content.title, now()
    analysis.version += 1
    analysis.save(update_fields=["as_of", "title", "changed_at", "version"])
    return analysis


def _write_parts(analysis: CaseAnalysis, content: AnalysisContent) -> None:
    whose = {"analysis": analysis, "case_id": analysis.case_id, "agency_id": analysis.agency_id}
    AnalysisText.objects.filter(analysis=analysis).delete()
    AnalysisText.objects.bulk_create(
        AnalysisText(kind=kind, text=text, **whose) for kind, text in content.texts.items()
    )
    AnalysisRow.objects.filter(analysis=analysis).delete()
    AnalysisRow.objects.bulk_create(
        AnalysisRow(life_area=area, **row, **whose) for area, row in content.rows.items()
    )
    ConferenceProposal.objects.filter(analysis=analysis).delete()
    if content.proposal is not None:
        ConferenceProposal.objects.create(**asdict(content.proposal), **whose)
    _write_basis(analysis, content, whose=whose)


def _write_basis(analysis: CaseAnalysis, content: AnalysisContent, *, whose: dict[str, Any]) -> None:
    """Rows that stay are left alone: what is no longer open to her agency could not be written anew."""
    known = stored_basis(analysis)
    analysis.interviews.exclude(interview_id__in=content.interviews).delete()
    AnalysisInterview.objects.bulk_create(
        AnalysisInterview(interview_id=key, **whose)
        for key in content.interviews
        if key not in known.interviews
    )
    analysis.steps.exclude(step_id__in=content.steps).delete()
    AnalysisStep.objects.bulk_create(
        AnalysisStep(step_id=key, **whose) for key in content.steps if key not in known.steps
    )
    analysis.break_points.exclude(break_point_id__in=content.break_points).delete()
    for key, said in content.break_points.items():
        found = analysis.break_points.filter(break_point_id=key)
        if not found.update(**asdict(said)):
            AnalysisBreakPoint.objects.create(break_point_id=key, **asdict(said), **whose)


def _write_version(
    analysis: CaseAnalysis, content: AnalysisContent, *, by: Membership, restores: int | None
) -> None:
    AnalysisVersion.objects.create(
        case_id=analysis.case_id,
        agency_id=analysis.agency_id,
        analysis=analysis,
        number=analysis.version,
        content=content.frozen(),
        author=by,
        written_at=analysis.changed_at,
        restores=restores,
    )
