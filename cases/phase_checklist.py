"""What a case has of what its phase needs, as one agency sees it."""

from dataclasses import dataclass

from agencies.models import Membership
from cases.models import AnalysisRow, AreaState, Case, CaseAnalysis, Interview, Participation
from cases.models.area_state import AreaProgress
from cases.models.phase_needs import PHASE_NEEDS, CaseFacts, phases_left
from cases.models.vocabulary import Phase

NEEDS = (AreaProgress.NEED, AreaProgress.URGENT)


@dataclass(frozen=True, slots=True)
class CheckedNeed:
    """A line of the check list and whether it is fulfilled."""

    sentence: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class PhaseCheck:
    """The check list of one phase."""

    phase: Phase
    lines: list[CheckedNeed]
    is_present: bool


def facts_of(case: Case, *, reader: Membership, participations: list[Participation]) -> CaseFacts:
    """What there is; a constant number of queries."""
    lead = next((each for each in participations if each.is_lead), None)
    states = set(AreaState.objects.visible_to(reader).filter(case=case).values_list("state", flat=True))
    rows = AnalysisRow.objects.visible_to(reader).filter(case=case).exclude(need="")
    return CaseFacts(
        occasion=bool(case.occasion),
        legal_basis=lead is not None and bool(lead.bases),
        contact=lead is not None and lead.responsible_id is not None,
        interview=Interview.objects.visible_to(reader).filter(case=case).exists(),
        analysis=CaseAnalysis.objects.visible_to(reader).filter(case=case).exists(),
        need=not states.isdisjoint(NEEDS) or rows.exists(),
        second_agency=len(participations) > 1,
        nothing_urgent=AreaProgress.URGENT not in states,
        summary=bool(case.summary),
    )


def check_list(phase: str, facts: CaseFacts) -> list[CheckedNeed]:
    """What this phase needs before the next one begins."""
    return [CheckedNeed(str(need.sentence), need.is_met(facts)) for need in PHASE_NEEDS[phase]]


def check_lists(case: Case, facts: CaseFacts) -> list[PhaseCheck]:
    """The present phase and those after it, as far as they need something."""
    following = Phase.values[Phase.values.index(case.phase) :]
    found = [(phase, check_list(phase, facts)) for phase in following]
    return [PhaseCheck(Phase(phase), lines, phase == case.phase) for phase, lines in found if lines]


def missing(case: Case, facts: CaseFacts, *, to: str) -> list[str]:
    """What is not there yet of all that the way to this phase needs."""
    lines = [line for phase in phases_left(case.phase, to=to) for line in check_list(phase, facts)]
    return [line.sentence for line in lines if not line.is_met]
