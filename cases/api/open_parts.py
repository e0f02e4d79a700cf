"""What is fetched for an answer: each part through what its reader may see, in a constant number of queries."""

from django.db.models import Prefetch, QuerySet, prefetch_related_objects

from agencies.models import Membership
from cases.models import (
    AnalysisBreakPoint,
    AnalysisInterview,
    AnalysisRow,
    AnalysisStep,
    AnalysisText,
    Case,
    CaseAnalysis,
    ConferenceProposal,
    Interview,
    InterviewAnswer,
    InterviewStatement,
    Participation,
    ResidencePeriod,
    Whereabouts,
)


def with_person(case: Case, *, reader: Membership) -> Case:
    """The case with the residence periods, the latest first, and the whereabouts that are open to the reader."""
    whereabouts = Whereabouts.objects.visible_to(reader).filter(migrant_id=case.migrant_id).first()
    case.migrant.open_whereabouts = whereabouts
    periods = ResidencePeriod.objects.visible_to(reader).latest_first()
    prefetch_related_objects([case.migrant], Prefetch("residence_periods", periods, to_attr="open_periods"))
    return case


def participations_of(case: Case) -> QuerySet[Participation]:
    """Everybody who takes or took part; every agency in the case may know who else is."""
    found = Participation.objects.filter(case=case).order_by("-starts_on", "id")
    return found.select_related("agency", "responsible__user").prefetch_related("areas__legal_basis")


def interviews_of(case: Case, *, reader: Membership) -> QuerySet[Interview]:
    """Interviews of which the reader may see something, each with what that is."""
    found: QuerySet[Interview] = Interview.objects.visible_to(reader).filter(case=case)
    statements: QuerySet[InterviewStatement] = InterviewStatement.objects.visible_to(reader).select_related(
        "asked"
    )
    answers: QuerySet[InterviewAnswer] = InterviewAnswer.objects.visible_to(reader)
    return found.select_related("agency", "author__user").prefetch_related(
        Prefetch("statements", statements), Prefetch("answers", answers)
    )


def analyses_of(case: Case, *, reader: Membership) -> QuerySet[CaseAnalysis]:
    """Analyses of which the reader may see something, each with what that is."""
    found: QuerySet[CaseAnalysis] = CaseAnalysis.objects.visible_to(reader).filter(case=case)
    texts: QuerySet[AnalysisText] = AnalysisText.objects.visible_to(reader)
    rows: QuerySet[AnalysisRow] = AnalysisRow.objects.visible_to(reader)
    interviews: QuerySet[AnalysisInterview] = AnalysisInterview.objects.visible_to(reader)
    steps: QuerySet[AnalysisStep] = AnalysisStep.objects.visible_to(reader)
    break_points: QuerySet[AnalysisBreakPoint] = AnalysisBreakPoint.objects.visible_to(reader)
    proposals: QuerySet[ConferenceProposal] = ConferenceProposal.objects.visible_to(reader)
    return found.select_related("agency", "author__user").prefetch_related(
        Prefetch("texts", texts),
        Prefetch("rows", rows),
        Prefetch("interviews", interviews),
        Prefetch("steps", steps),
        Prefetch("break_points", break_points),
        Prefetch("proposal", proposals),
    )
