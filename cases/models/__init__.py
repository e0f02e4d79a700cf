"""What is, in cases: one person's case and what belongs to it."""

from cases.models.analysis import AnalysisRow, AnalysisText, CaseAnalysis
from cases.models.analysis_pdf import AnalysisPdf
from cases.models.case import Case, PhaseChange
from cases.models.draft import Draft
from cases.models.family_link import FamilyLink
from cases.models.further_language import FurtherLanguage
from cases.models.grant import CaseGrant
from cases.models.guide import AreaPrompts, LeadQuestion
from cases.models.interview import Interview, InterviewAnswer, InterviewStatement
from cases.models.legal_basis import LegalBasis
from cases.models.migrant import Migrant
from cases.models.migrant_merge import MigrantMerge
from cases.models.name_key import NameKey
from cases.models.participation import Participation, ParticipationArea
from cases.models.residence import ResidencePeriod
from cases.models.whereabouts import Whereabouts

__all__ = [
    "AnalysisPdf",
    "AnalysisRow",
    "AnalysisText",
    "AreaPrompts",
    "Case",
    "CaseAnalysis",
    "CaseGrant",
    "Draft",
    "FamilyLink",
    "FurtherLanguage",
    "Interview",
    "InterviewAnswer",
    "InterviewStatement",
    "LeadQuestion",
    "LegalBasis",
    "Migrant",
    "MigrantMerge",
    "NameKey",
    "Participation",
    "ParticipationArea",
    "PhaseChange",
    "ResidencePeriod",
    "Whereabouts",
]
