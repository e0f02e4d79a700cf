"""Writing a break point: never in the future, never at a step that is not visible to her in this case."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from agencies.models import Membership
from audit.trail import Verb
from cases.models import Case
from core.refusal import Refusal
from core.today import today
from tests.factories import break_point, step, take_up
from tests.trail import one_entry


def test_it_leaves_an_entry(case: Case, lead: Membership) -> None:
    with one_entry(lead, Verb.CREATED, case=case, about="BreakPoint"):
        break_point(case, by=lead)


def test_it_is_not_found_in_the_future(case: Case, lead: Membership) -> None:
    with pytest.raises(Refusal) as refused:
        break_point(case, by=lead, found_on=today() + timedelta(days=2))
    assert refused.value.field == "found_on"


def test_a_step_of_another_case_or_kept_by_another_agency_does_not_exist(
    shared_case: Case, lead: Membership, partner: Membership
) -> None:
    with pytest.raises(Http404):
        break_point(shared_case, by=lead, step=step(take_up(lead), by=lead))
    with pytest.raises(Http404):
        break_point(shared_case, by=partner, step=step(shared_case, by=lead))


def test_who_only_reads_writes_none(shared_case: Case, reader: Membership) -> None:
    with pytest.raises(PermissionDenied):
        break_point(shared_case, by=reader)
