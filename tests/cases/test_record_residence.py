"""Residence titles: recorded, corrected, removed; only one is legally effective at a time."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from agencies.models import Membership
from cases.actions.record_residence import record_residence
from cases.models import Case, ResidencePeriod
from core.refusal import Refusal
from core.today import today
from tests.factories import client_for, working_as

pytestmark = pytest.mark.django_db

FORMER = {"title": "visa", "starts_on": date(2020, 1, 1), "effective_until": date(2020, 6, 30)}


def record(case: Case, by: Membership, **period: Any) -> ResidencePeriod:
    with working_as(by):
        return record_residence(case, period=period, by=by)


@pytest.mark.parametrize(
    ("period", "field"),
    [
        ({"starts_on": date(2020, 2, 1), "effective_until": date(2020, 1, 31)}, "effective_until"),
        ({"starts_on": date(2020, 2, 1), "printed_until": date(2020, 1, 31)}, "printed_until"),
        ({"starts_on": date(1990, 1, 1), "effective_until": date(1995, 1, 1)}, "starts_on"),
        (
            {"starts_on": None, "printed_until": date(2019, 1, 1), "effective_until": date(2019, 2, 1)},
            "effective_reason",
        ),
        ({"starts_on": today() - timedelta(days=90), "effective_until": today()}, "starts_on"),
        ({"starts_on": today() + timedelta(days=60)}, "starts_on"),
        ({"starts_on": None, "effective_until": None}, "starts_on"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_field(
    period: dict[str, Any], field: str, case: Case, lead: Membership
) -> None:
    with pytest.raises(Refusal) as refusal:
        record(case, lead, title="visa", **period)
    assert refusal.value.field == field
    with working_as(lead):
        assert case.migrant.residence_periods.count() == 1


def test_the_refusal_names_the_other_title(case: Case, lead: Membership) -> None:
    with pytest.raises(Refusal) as refusal:
        record(case, lead, title="visa", starts_on=today())
    assert "§ 60a Abs. 2 AufenthG" in refusal.value.sentence


def test_the_day_after_is_no_overlap_and_the_last_day_is(case: Case, lead: Membership) -> None:
    after = today() + timedelta(days=61)
    assert record(case, lead, title="visa", starts_on=after, effective_until=after).pk
    with pytest.raises(Refusal):
        record(case, lead, title="visa", starts_on=after, effective_until=after)


def test_the_database_refuses_what_slips_past_the_action(case: Case, lead: Membership) -> None:
    with (
        working_as(lead),
        pytest.raises(IntegrityError, match="residence_never_overlaps"),
        transaction.atomic(),
    ):
        ResidencePeriod.objects.create(migrant=case.migrant, title="visa", starts_on=today())


def test_only_the_lead_records(shared_case: Case, partner: Membership, reader: Membership) -> None:
    for other in (partner, reader):
        with pytest.raises(PermissionDenied):
            record(shared_case, other, **FORMER)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"starts_on": "29.02.2025"}, "Diesen Tag gibt es im Kalender nicht."),
        ({"starts_on": "2025-02-29"}, "Diesen Tag gibt es im Kalender nicht."),
        ({"starts_on": "irgendwann"}, "Bitte geben Sie"),
        ({"starts_on": "01.05.2020", "effective_until": "01.04.2020"}, "endet, bevor"),
    ],
)
def test_a_clear_sentence_and_nothing_typed_is_lost(
    typed: dict[str, str], sentence: str, case: Case, lead: Membership
) -> None:
    sent = {"title": "visa", "basis": "§ 6 Abs. 3 AufenthG", "conditions": "nur mit Begleitung", **typed}
    response = client_for(lead).post(f"/cases/{case.pk}/residence/new/", sent)
    said = response.content.decode()
    assert response.status_code == 422
    assert sentence in said
    assert all(value in said for value in sent.values())
