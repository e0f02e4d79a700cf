"""Writing the case analysis: an agency's own work, row by row shared or kept."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from agencies.models import Membership
from audit import trail
from cases.actions.save_draft import discard_draft
from cases.models import AnalysisRow, AnalysisText, Case, CaseAnalysis, Interview
from cases.models.analysis import TextKind
from cases.models.draft import DraftKind
from cases.permissions import locked
from core.refusal import Refusal
from core.today import today


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisContent:
    """Sections in running text, and one row for each life area that says something."""

    as_of: date
    title: str
    interview: Interview | None = None
    texts: dict[str, str] = field(default_factory=dict)
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)


@transaction.atomic
def write_analysis(
    case: Case,
    *,
    content: AnalysisContent,
    by: Membership,
    analysis: CaseAnalysis | None = None,
    key: UUID | None = None,
) -> CaseAnalysis:
    """Store a new analysis, or the changed text of one that her agency wrote.

    A new one with a key, sent twice, is an IntegrityError the second time.

    Raises Refusal when it is dated in the future or says nothing; PermissionDenied for another agency's analysis;
    Http404 for an analysis or interview that is not visible to her in this case.
    """
    case = locked(case, for_=by, codename="change_case")
    if analysis is not None:
        analysis = _present(analysis, case=case, by=by)
    if content.interview is not None:
        get_object_or_404(Interview.objects.visible_to(by), pk=content.interview.pk, case=case)
    if content.as_of > today():
        raise Refusal(_("The analysis cannot be dated in the future."), field="as_of")
    if not any(content.texts.values()) and not content.rows:
        raise Refusal(_("Please write at least one section or one life area."))
    verb = trail.Verb.CHANGED if analysis else trail.Verb.CREATED
    analysis = analysis or CaseAnalysis(id=key or uuid4(), case=case, agency=by.agency, author=by)
    analysis.as_of, analysis.title, analysis.changed_at = content.as_of, content.title, timezone.now()
    analysis.interview = content.interview or analysis.interview
    analysis.save(force_insert=verb == trail.Verb.CREATED)
    _write_parts(analysis, content)
    discard_draft(by=by, case=case, kind=DraftKind.ANALYSIS)
    case.touch()
    trail.record(verb, analysis)
    return analysis


def _present(read: CaseAnalysis, *, case: Case, by: Membership) -> CaseAnalysis:
    """The analysis under the lock of the case; it must be what the caller has read."""
    analysis = get_object_or_404(CaseAnalysis.objects.visible_to(by), pk=read.pk, case=case)
    if analysis.agency_id != by.agency_id:
        raise PermissionDenied
    if analysis.changed_at != read.changed_at:
        raise Refusal(_("This analysis was changed at this very moment. Please look at it and save again."))
    return analysis


def _write_parts(analysis: CaseAnalysis, content: AnalysisContent) -> None:
    whose = {"case_id": analysis.case_id, "agency_id": analysis.agency_id}
    AnalysisText.objects.filter(analysis=analysis).delete()
    AnalysisText.objects.bulk_create(
        AnalysisText(analysis=analysis, kind=kind, text=content.texts[kind], **whose)
        for kind in TextKind
        if content.texts.get(kind)
    )
    AnalysisRow.objects.filter(analysis=analysis).delete()
    AnalysisRow.objects.bulk_create(
        AnalysisRow(analysis=analysis, life_area=area, **row, **whose) for area, row in content.rows.items()
    )
