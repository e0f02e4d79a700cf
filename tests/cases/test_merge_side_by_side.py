"""Two people merge at once, or one merges while the other corrects: one comes first, and nothing is there twice."""

from functools import partial
from typing import Any

import pytest
from django.db import OperationalError

from agencies.models import Membership
from cases.actions.change_person import change_person
from cases.actions.merge_migrants import merge_migrants
from cases.actions.undo_merge import undo_merge
from cases.models import Case, Migrant, MigrantMerge
from core.refusal import Refusal
from tests.factories import take_up, working_as
from tests.side_by_side import all_at_once

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 4
SAME: dict[str, Any] = {"given_names": "Yonas", "family_name": "Tesfay"}


def merge(case: Case, other: Case, *, by: Membership) -> MigrantMerge:
    with working_as(by):
        return merge_migrants(case, other=other, chosen={}, by=by)


def test_two_merge_the_same_two_records_each_its_way(lead: Membership, team_lead: Membership) -> None:
    for _ in range(ROUNDS):
        one, two = take_up(lead, **SAME), take_up(lead, **SAME)
        outcomes = all_at_once([partial(merge, one, two, by=lead), partial(merge, two, one, by=team_lead)])
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["MigrantMerge", "Refusal"]
        with working_as(lead):
            assert Case.objects.filter(pk__in=[one.pk, two.pk]).values("migrant_id").distinct().count() == 1


def test_three_records_in_a_ring_become_fewer_and_none_is_lost(lead: Membership) -> None:
    for _ in range(ROUNDS):
        ring = [take_up(lead, **SAME) for _ in range(3)]
        pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
        outcomes = all_at_once([partial(merge, *pair, by=lead) for pair in pairs])
        # Who waits too long for the others gets the page that says so.
        assert {type(outcome) for outcome in outcomes} <= {MigrantMerge, Refusal, OperationalError}
        with working_as(lead):
            persons = set(
                Case.objects.filter(pk__in=[c.pk for c in ring]).values_list("migrant_id", flat=True)
            )
            assert len(persons) == 3 - sum(isinstance(outcome, MigrantMerge) for outcome in outcomes) > 0


def test_merging_while_somebody_corrects_the_person(lead: Membership, team_lead: Membership) -> None:
    for _ in range(ROUNDS):
        one, two = take_up(lead, **SAME), take_up(lead, **SAME)

        def correct(two: Case = two) -> None:
            with working_as(team_lead):
                change_person(two, person={**SAME, "origin": "Eritrea"}, by=team_lead)

        merged, corrected = all_at_once([partial(merge, one, two, by=lead), correct])
        assert corrected is None
        with working_as(lead):
            person = Migrant.objects.get(pk=Case.objects.get(pk=two.pk).migrant_id)
            assert isinstance(merged, MigrantMerge | Refusal)
            assert person.origin == "Eritrea"


def test_a_merge_is_undone_once(lead: Membership, team_lead: Membership) -> None:
    one, two = take_up(lead, **SAME), take_up(lead, **SAME)
    merged = merge(one, two, by=lead)

    def undo(by: Membership) -> None:
        with working_as(by):
            undo_merge(merged, case=one, by=by)

    outcomes = all_at_once([lambda: undo(lead), lambda: undo(team_lead)])
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["NoneType", "Refusal"]
