"""What the tests' worlds hold of: the daily work on a case."""

from agencies.models import Membership
from cases.actions.keep_filter import keep_filter
from cases.actions.set_area_state import set_area_state
from cases.actions.set_follow_up import set_follow_up
from cases.actions.take_note import take_note
from cases.models import AreaState, Case, FollowUp, Note, SavedFilter
from core.today import today
from tests.access.parts.making import Maker
from tests.factories import working_as


def _note(case: Case, by: Membership) -> Note:
    with working_as(by):
        return take_note(case, text="Rückruf zugesagt", spoke_with="Frau Sander", by=by)


def _follow_up(case: Case, by: Membership) -> FollowUp:
    with working_as(by):
        return set_follow_up(case, due_on=today(), text="Bescheid da?", by=by)


def _area_state(case: Case, by: Membership) -> AreaState:
    with working_as(by):
        return set_area_state(
            case, life_area="work", state="need", need="Bewerbungshilfe", shared=True, by=by
        )


def _filter(case: Case, by: Membership) -> SavedFilter:
    with working_as(by):
        return keep_filter(name=f"Ansicht {case.number}", chosen={"phase": "planning"}, by=by)


MADE: dict[str, Maker] = {
    "note": _note,
    "follow_up": _follow_up,
    "area_state": _area_state,
    "filter": _filter,
}
