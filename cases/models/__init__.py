"""What is, in cases: one person's case and what belongs to it."""

from cases.models.analysis import AnalysisRow, AnalysisText, CaseAnalysis
from cases.models.analysis_basis import AnalysisBreakPoint, AnalysisInterview, AnalysisStep
from cases.models.analysis_pdf import AnalysisPdf
from cases.models.analysis_version import AnalysisVersion
from cases.models.break_point import BreakPoint
from cases.models.case import Case, PhaseChange
from cases.models.conference_proposal import ConferenceProposal
from cases.models.draft import Draft
from cases.models.grant import CaseGrant
from cases.models.interview import Interview, InterviewAnswer, InterviewStatement
from cases.models.journey import JourneyStep
from cases.models.legal_basis import LegalBasis
from cases.models.migrant import Migrant
from cases.models.participation import Participation, ParticipationArea
from cases.models.residence import ResidencePeriod
from cases.models.second_look import SecondLook, SecondLookWaiver

__all__ = [
    "AnalysisBreakPoint",
    "AnalysisInterview",
    "AnalysisPdf",
    "AnalysisRow",
    "AnalysisStep",
    "AnalysisText",
    "AnalysisVersion",
    "BreakPoint",
    "Case",
    "CaseAnalysis",
    "CaseGrant",
    "ConferenceProposal",
    "Draft",
    "Interview",
    "InterviewAnswer",
    "InterviewStatement",
    "JourneyStep",
    "LegalBasis",
    "Migrant",
    "Participation",
    "ParticipationArea",
    "PhaseChange",
    "ResidencePeriod",
    "SecondLook",
    "SecondLookWaiver",
]
