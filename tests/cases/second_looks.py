"""Asking for a second look and giving it, as the tests of both do."""

from agencies.models import Membership
from cases.actions.ask_second_look import ask_second_look
from cases.actions.give_second_look import give_second_look
from cases.models import CaseAnalysis, SecondLook
from cases.second_look_state import SecondLookState, second_look_states
from tests.factories import working_as


def ask(written: CaseAnalysis, *, by: Membership, colleague: Membership) -> SecondLook:
    with working_as(by):
        return ask_second_look(written, case=written.case, colleague=colleague, by=by)


def give(
    look: SecondLook, *, by: Membership, version: int = 1, verdict: str = "in_order", **more: str
) -> None:
    with working_as(by):
        give_second_look(
            look,
            case=look.case,
            verdict=verdict,
            remarks=more.get("remarks", ""),
            version=version,
            by=by,
        )


def state(written: CaseAnalysis, *, reader: Membership) -> SecondLookState:
    with working_as(reader):
        written.refresh_from_db()
        return second_look_states([written], reader=reader)[written.pk]
