"""What is, in cases: one person's case and what belongs to it."""

from cases.models.analysis import AnalysisRow, AnalysisText, CaseAnalysis
from cases.models.analysis_pdf import AnalysisPdf
from cases.models.area_state import AreaState
from cases.models.case import Case, PhaseChange
from cases.models.draft import Draft
from cases.models.follow_up import FollowUp
from cases.models.grant import CaseGrant
from cases.models.interview import Interview, InterviewAnswer, InterviewStatement
from cases.models.legal_basis import LegalBasis
from cases.models.migrant import Migrant
from cases.models.note import Note
from cases.models.participation import Participation, ParticipationArea
from cases.models.residence import ResidencePeriod
from cases.models.saved_filter import SavedFilter

__all__ = [
    "AnalysisPdf",
    "AnalysisRow",
    "AnalysisText",
    "AreaState",
    "Case",
    "CaseAnalysis",
    "CaseGrant",
    "Draft",
    "FollowUp",
    "Interview",
    "InterviewAnswer",
    "InterviewStatement",
    "LegalBasis",
    "Migrant",
    "Note",
    "Participation",
    "ParticipationArea",
    "PhaseChange",
    "ResidencePeriod",
    "SavedFilter",
]
