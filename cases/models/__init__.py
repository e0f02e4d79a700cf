"""What is, in cases: one person's case and what belongs to it."""

from cases.models.analysis import AnalysisRow, AnalysisText, CaseAnalysis
from cases.models.analysis_basis import AnalysisBreakPoint, AnalysisInterview, AnalysisStep
from cases.models.analysis_pdf import AnalysisPdf
from cases.models.analysis_version import AnalysisVersion
from cases.models.area_state import AreaState
from cases.models.break_point import BreakPoint
from cases.models.case import Case, PhaseChange
from cases.models.conference_proposal import ConferenceProposal
from cases.models.draft import Draft
from cases.models.family_link import FamilyLink
from cases.models.follow_up import FollowUp
from cases.models.further_language import FurtherLanguage
from cases.models.grant import CaseGrant
from cases.models.guide import AreaPrompts, LeadQuestion
from cases.models.interview import Interview, InterviewAnswer, InterviewStatement
from cases.models.journey import JourneyStep
from cases.models.legal_basis import LegalBasis
from cases.models.migrant import Migrant
from cases.models.migrant_merge import MigrantMerge
from cases.models.name_key import NameKey
from cases.models.note import Note
from cases.models.participation import Participation, ParticipationArea
from cases.models.residence import ResidencePeriod
from cases.models.saved_filter import SavedFilter
from cases.models.second_look import SecondLook, SecondLookWaiver
from cases.models.whereabouts import Whereabouts

__all__ = [
    "AnalysisBreakPoint",
    "AnalysisInterview",
    "AnalysisPdf",
    "AnalysisRow",
    "AnalysisStep",
    "AnalysisText",
    "AnalysisVersion",
    "AreaPrompts",
    "AreaState",
    "BreakPoint",
    "Case",
    "CaseAnalysis",
    "CaseGrant",
    "ConferenceProposal",
    "Draft",
    "FamilyLink",
    "FollowUp",
    "FurtherLanguage",
    "Interview",
    "InterviewAnswer",
    "InterviewStatement",
    "JourneyStep",
    "LeadQuestion",
    "LegalBasis",
    "Migrant",
    "MigrantMerge",
    "NameKey",
    "Note",
    "Participation",
    "ParticipationArea",
    "PhaseChange",
    "ResidencePeriod",
    "SavedFilter",
    "SecondLook",
    "SecondLookWaiver",
    "Whereabouts",
]
