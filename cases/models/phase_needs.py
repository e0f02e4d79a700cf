"""What each phase needs before the next one begins: one readable table.

Nothing here holds a case back. Whoever moves it on although something is missing says why, and the reason stays.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cases.models.vocabulary import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacts:
    """What is there in a case, as one agency sees it."""

    occasion: bool
    legal_basis: bool
    contact: bool
    interview: bool
    analysis: bool
    need: bool
    second_agency: bool
    nothing_urgent: bool
    summary: bool


@dataclass(frozen=True, slots=True)
class PhaseNeed:
    """One line of the check list: its sentence, and when it is fulfilled."""

    sentence: Promise
    is_met: Callable[[CaseFacts], bool]


PHASE_NEEDS: dict[str, tuple[PhaseNeed, ...]] = {
    Phase.CLARIFICATION: (
        PhaseNeed(_("The occasion is noted."), lambda facts: facts.occasion),
        PhaseNeed(_("The legal basis of the leading agency is noted."), lambda facts: facts.legal_basis),
        PhaseNeed(_("A contact of the leading agency is named."), lambda facts: facts.contact),
    ),
    Phase.ASSESSMENT: (
        PhaseNeed(_("An interview has been recorded."), lambda facts: facts.interview),
        PhaseNeed(_("A case analysis has been written."), lambda facts: facts.analysis),
    ),
    Phase.PLANNING: (PhaseNeed(_("At least one need is named in a life area."), lambda facts: facts.need),),
    Phase.LINKING: (
        PhaseNeed(_("A second agency takes part in the case."), lambda facts: facts.second_agency),
    ),
    Phase.MONITORING: (PhaseNeed(_("No life area is urgent any more."), lambda facts: facts.nothing_urgent),),
    Phase.EVALUATION: (PhaseNeed(_("The summary says what came of the case."), lambda facts: facts.summary),),
    Phase.CLOSED: (),
}


def phases_left(present: str, *, to: str) -> Sequence[str]:
    """The phases that a case completes on its way to another one; going back completes none."""
    order = Phase.values
    return order[order.index(present) : order.index(to)]
