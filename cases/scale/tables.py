"""The tables that seeding fills, in the order in which they refer to each other."""

from django.db.backends.utils import CursorWrapper

from cases.models import (
    AnalysisInterview,
    AnalysisRow,
    AnalysisText,
    AnalysisVersion,
    Case,
    CaseAnalysis,
    FollowUp,
    Interview,
    InterviewAnswer,
    InterviewStatement,
    Migrant,
    NameKey,
    Participation,
    ParticipationArea,
    PhaseChange,
    ResidencePeriod,
    Whereabouts,
)
from cases.scale.table import Table


class Tables:
    """Each with the columns that are drawn."""

    def __init__(self) -> None:
        person = "given_names family_name birth sex origin language mediator_needed unaccompanied_minor"
        self.migrants = Table(Migrant, "id", "taken_up_by", *person.split())
        self.name_keys = Table(NameKey, "migrant", "keys")
        self.whereabouts = Table(Whereabouts, "migrant", "municipality")
        residence = "title basis starts_on printed_until effective_until"
        self.residence = Table(ResidencePeriod, "id", "migrant", *residence.split())
        head = "id number migrant lead_agency phase target_group occasion last_activity urgency"
        self.cases = Table(Case, *head.split())
        self.phases = Table(PhaseChange, "id", "case", "phase", "on", "at", "by")
        period = "access starts_on ends_on file_number responsible granted_by granted_at"
        copies = "last_activity phase target_group municipality urgency"
        self.participations = Table(Participation, "id", "case", "agency", *period.split(), *copies.split())
        self.follow_ups = Table(FollowUp, "id", "case", "agency", "author", "due_on", "set_at")
        self.areas = Table(ParticipationArea, "id", "participation", "case", "life_area", "legal_basis")
        self.interviews = Table(Interview, "id", "case", "agency", "author", "held_on", "consent")
        self.statements = Table(
            InterviewStatement, "id", "case", "agency", "interview", *["question", "asked", "text"]
        )
        answer = "life_area shared situation wishes rating"
        self.answers = Table(InterviewAnswer, "id", "case", "agency", "interview", *answer.split())
        self.analyses = Table(CaseAnalysis, "id", "case", "agency", "author", "as_of", "title", "changed_at")
        self.rests_on = Table(AnalysisInterview, "id", "case", "agency", "analysis", "interview")
        version = "number content author written_at"
        self.versions = Table(AnalysisVersion, "id", "case", "agency", "analysis", *version.split())
        self.texts = Table(AnalysisText, "id", "case", "agency", "analysis", "kind", "text")
        row = "life_area shared situation need deadline"
        self.rows = Table(AnalysisRow, "id", "case", "agency", "analysis", *row.split())

    def all(self) -> list[Table]:
        """In the order in which they can be filled."""
        return list(vars(self).values())

    def flush(self, cursor: CursorWrapper) -> None:
        """Copy what was collected into the database."""
        for table in self.all():
            table.flush(cursor)
