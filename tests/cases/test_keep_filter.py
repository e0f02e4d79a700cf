"""Keeping a view of the list under a name."""

import pytest

from agencies.models import Membership
from cases.actions.keep_filter import keep_filter
from cases.models import SavedFilter
from cases.models.saved_filter import KEPT_AT_MOST
from core.refusal import Refusal
from tests.factories import make_membership, working_as

CHOSEN = {"phase": "planning"}


def keep(name: str, *, by: Membership, chosen: dict[str, str] = CHOSEN) -> SavedFilter:
    with working_as(by):
        return keep_filter(name=name, chosen=chosen, by=by)


def test_only_she_sees_it(lead: Membership, team_lead: Membership) -> None:
    own = keep("Planung", by=lead)
    assert own.get_absolute_url().endswith("?phase=planning")
    for who, seen in [(lead, [own]), (team_lead, [])]:
        with working_as(who):
            assert list(SavedFilter.objects.visible_to(who)) == seen


def test_a_name_is_there_once_for_each(lead: Membership, team_lead: Membership) -> None:
    keep("Planung", by=lead)
    keep("Planung", by=team_lead)
    with pytest.raises(Refusal) as refusal:
        keep("Planung", by=lead)
    assert refusal.value.field == "name"


def test_nothing_chosen_is_no_view(lead: Membership) -> None:
    with pytest.raises(Refusal):
        keep("Alles", by=lead, chosen={})


def test_there_are_at_most_twenty(lead: Membership) -> None:
    for number in range(KEPT_AT_MOST):
        keep(f"Ansicht {number}", by=lead)
    with pytest.raises(Refusal):
        keep("eine zu viel", by=lead)
    assert keep("eine", by=make_membership(lead.agency)).name == "eine"
