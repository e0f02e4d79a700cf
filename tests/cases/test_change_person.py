"""Changing who somebody is."""

from datetime import date
from typing import Any

import pytest

from agencies.models import Membership
from cases.actions.change_person import change_person
from cases.actions.record_residence import record_residence
from cases.models import Case, ResidencePeriod
from core.refusal import Refusal
from tests.factories import working_as

pytestmark = pytest.mark.django_db

FORMER = {"title": "visa", "starts_on": date(2020, 1, 1), "effective_until": date(2020, 6, 30)}


def record(case: Case, by: Membership, **period: Any) -> ResidencePeriod:
    with working_as(by):
        return record_residence(case, period=period, by=by)


def test_a_birth_after_a_title_is_refused(case: Case, lead: Membership) -> None:
    record(case, lead, **FORMER)
    with working_as(lead), pytest.raises(Refusal) as refusal:
        change_person(case, person={"birth": "2021"}, by=lead)
    assert refusal.value.field == "birth"
