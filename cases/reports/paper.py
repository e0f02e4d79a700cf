"""A paper of an analysis, of the kind that was asked for."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

from agencies.models import Membership
from cases.models import (
    AnalysisPdf,
    AnalysisRow,
    AnalysisText,
    BreakPoint,
    CaseAnalysis,
    ConferenceProposal,
    Interview,
    JourneyStep,
    Participation,
    ResidencePeriod,
    Whereabouts,
)
from cases.reports.case_analysis import document_for
from cases.reports.case_analysis_document import CaseAnalysisDocument
from cases.reports.pseudonymised import PseudonymisedPaper
from cases.reports.pseudonymised_document import PseudonymisedDocument


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed, by which template, and the ids of what it holds."""

    template: str
    document: CaseAnalysisDocument | PseudonymisedDocument
    parts: frozenset[UUID]


def paper_of(job: AnalysisPdf, analysis: CaseAnalysis, *, reader: Membership) -> Paper:
    """The paper as far as the reader may see the analysis now."""
    if job.is_pseudonymised:
        paper = PseudonymisedPaper(analysis, reader=reader, code=job.code)
        return Paper("pdf/pseudonymised.html", paper.document, paper.parts)
    document, parts = document_for(analysis, reader=reader)
    return Paper("pdf/case_analysis.html", document, parts)


def still_holds(job: AnalysisPdf) -> bool:
    """Whether the requester may see today all that the finished paper holds."""
    if not CaseAnalysis.objects.visible_to(job.requester).filter(pk=job.analysis_id).exists():
        return False
    first, *others = (part.filter(pk__in=job.holds).values_list("pk") for part in _parts_open_to(job))
    return set(job.holds) == {pk for (pk,) in first.union(*others)}


def _parts_open_to(job: AnalysisPdf) -> list[models.QuerySet[Any]]:
    """All that a paper can be made of; one statement asks for them together."""
    reader = job.requester
    return [
        AnalysisRow.objects.visible_to(reader).order_by(),
        AnalysisText.objects.visible_to(reader).order_by(),
        ConferenceProposal.objects.visible_to(reader).order_by(),
        Interview.objects.visible_to(reader).order_by(),
        JourneyStep.objects.visible_to(reader).order_by(),
        BreakPoint.objects.visible_to(reader).order_by(),
        ResidencePeriod.objects.visible_to(reader).order_by(),
        Whereabouts.objects.visible_to(reader).order_by(),
        Participation.objects.in_force().filter(case_id=job.case_id).order_by(),
    ]


def file_name(job: AnalysisPdf) -> str:
    """A pseudonymised paper is called by its code alone."""
    return f"Fallanalyse-{job.code or job.case.number}.pdf"
