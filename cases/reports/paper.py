"""A paper of an analysis, of the kind that was asked for."""

from dataclasses import dataclass
from uuid import UUID

from agencies.models import Membership
from cases.models import AnalysisPdf, CaseAnalysis
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
    analyses = CaseAnalysis.objects.visible_to(job.requester)
    analysis = analyses.select_related("case__migrant", "agency").filter(pk=job.analysis_id).first()
    return analysis is not None and set(job.holds) <= paper_of(job, analysis, reader=job.requester).parts


def file_name(job: AnalysisPdf) -> str:
    """A pseudonymised paper is called by its code alone."""
    return f"Fallanalyse-{job.code or job.case.number}.pdf"
