"""Correcting a residence title: who did it is kept, and the target group follows."""

from datetime import date
from typing import Any

import pytest

from agencies.models import Membership
from cases.actions.correct_residence import correct_residence
from cases.actions.record_residence import record_residence
from cases.actions.remove_residence import remove_residence
from cases.actions.set_target_group import set_target_group
from cases.models import Case, ResidencePeriod
from core.today import today
from tests.factories import working_as

pytestmark = pytest.mark.django_db

FORMER = {"title": "visa", "starts_on": date(2020, 1, 1), "effective_until": date(2020, 6, 30)}


def record(case: Case, by: Membership, **period: Any) -> ResidencePeriod:
    with working_as(by):
        return record_residence(case, period=period, by=by)


def test_the_target_group_follows_recording_correcting_and_removing(case: Case, lead: Membership) -> None:
    def group() -> str:
        with working_as(lead):
            return Case.objects.get(pk=case.pk).target_group

    with working_as(lead):
        present = case.migrant.residence_periods.get()
        ended = {"title": "toleration", "starts_on": present.starts_on, "effective_until": today()}
        correct_residence(present, case=case, changes={**ended, "title": "asylum_permission"}, by=lead)
    assert group() == "asylum_procedure"
    with working_as(lead):
        remove_residence(present, case=case, mistake="twice", by=lead)
    assert group() == "undetermined"
    record(case, lead, title="residence_permit", basis="§ 25 Abs. 2 AufenthG", starts_on=today())
    assert group() == "recognised"
    with working_as(lead):
        set_target_group(case, group="eu_citizen", reason="Pass", by=lead)
    assert group() == "eu_citizen"


def test_who_corrected_it_and_when_is_kept(case: Case, lead: Membership, team_lead: Membership) -> None:
    period = record(case, lead, **FORMER)
    with working_as(team_lead):
        corrected = correct_residence(period, case=case, changes={**FORMER, "basis": "§ 6"}, by=team_lead)
    assert corrected.changed_by == str(team_lead)
    assert corrected.changed_at is not None
    assert period.changed_at is not None
    assert corrected.changed_at > period.changed_at
