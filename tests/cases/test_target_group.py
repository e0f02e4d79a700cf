"""The target group: by hand, by age, by the title that is legally effective on a day."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from agencies.models import Membership
from cases.models import Case, Migrant, ResidencePeriod
from cases.models.residence_table import TARGET_GROUP_OF_TITLE, Title, target_group_of
from cases.models.vocabulary import TargetGroup
from tests.factories import take_up, working_as

DAY = date(2026, 11, 22)

# Written from the law, not from the table: title, legal basis, group.
LINES = [
    ("arrival_proof", "§ 63a AsylG", "asylum_procedure"),
    ("asylum_permission", "§ 55 AsylG", "asylum_procedure"),
    ("toleration", "§ 60a Abs. 2 AufenthG", "tolerated"),
    ("toleration", "§ 60c AufenthG", "tolerated"),
    ("toleration", "", "tolerated"),
    ("residence_permit", "§ 25 Abs. 1 AufenthG", "recognised"),
    ("residence_permit", "§ 25 Abs. 2 AufenthG", "recognised"),
    ("residence_permit", "§ 25 Abs. 3 AufenthG", "recognised"),
    ("residence_permit", "§ 25 Abs. 5 AufenthG", "third_country"),
    ("residence_permit", "§ 18a AufenthG", "third_country"),
    ("residence_permit", "§ 24 AufenthG", "third_country"),
    ("residence_permit", "", "third_country"),
    ("eu_blue_card", "§ 18g AufenthG", "third_country"),
    ("settlement_permit", "§ 26 Abs. 3 AufenthG", "recognised"),
    ("settlement_permit", "§ 9 AufenthG", "third_country"),
    ("visa", "§ 6 AufenthG", "third_country"),
    ("fiction_certificate", "§ 25 Abs. 1 AufenthG", "recognised"),
    ("fiction_certificate", "§ 25 Abs. 2 AufenthG", "recognised"),
    ("fiction_certificate", "§ 25 Abs. 3 AufenthG", "recognised"),
    ("fiction_certificate", "§ 81 Abs. 4 AufenthG", "third_country"),
    ("freedom_of_movement", "§ 2 FreizügG/EU", "eu_citizen"),
    ("residence_card", "§ 5 FreizügG/EU", "eu_citizen"),
    ("none", "", "undetermined"),
    ("unknown", "", "undetermined"),
]


@pytest.mark.parametrize(("title", "basis", "group"), LINES)
def test_title_and_basis_say_the_group(title: str, basis: str, group: str) -> None:
    assert target_group_of(title, basis) == group


def test_each_title_and_each_line_of_the_table_is_asked() -> None:
    assert {title for title, _, _ in LINES} == set(Title)
    named = {(title, basis) for title, basis, _ in TARGET_GROUP_OF_TITLE if basis}
    assert named <= {(title, basis) for title, basis, _ in LINES}


def test_no_line_speaks_twice() -> None:
    lines = [(title, basis) for title, basis, _ in TARGET_GROUP_OF_TITLE]
    assert len(lines) == len(set(lines))


@pytest.fixture
def person(lead: Membership) -> Migrant:
    """Somebody about whom nothing is known but the name."""
    return take_up(lead).migrant


def period(person: Migrant, *, by: Membership, title: str = Title.TOLERATION, **dates: Any) -> None:
    with working_as(by):
        ResidencePeriod.objects.create(migrant=person, title=title, **dates)


def group_on(day: date, person: Migrant, *, seen_by: Membership) -> str:
    with working_as(seen_by):
        return Migrant.objects.get(pk=person.pk).target_group_on(day)


@pytest.mark.parametrize(
    ("starts_on", "effective_until", "effective"),
    [
        (None, None, "tolerated"),
        (DAY, None, "tolerated"),
        (DAY + timedelta(days=1), None, "undetermined"),
        (None, DAY, "tolerated"),
        (None, DAY - timedelta(days=1), "undetermined"),
        (DAY, DAY, "tolerated"),
    ],
)
def test_first_and_last_day_belong_to_the_period(
    starts_on: date | None, effective_until: date | None, effective: str, person: Migrant, lead: Membership
) -> None:
    period(person, by=lead, starts_on=starts_on, effective_until=effective_until)
    assert group_on(DAY, person, seen_by=lead) == effective


def test_the_law_counts_and_not_the_print(person: Migrant, lead: Membership) -> None:
    """An application in time keeps the title effective after its printed end (§ 81 Abs. 4 AufenthG)."""
    printed = DAY - timedelta(days=30)
    period(
        person,
        by=lead,
        title=Title.RESIDENCE_PERMIT,
        basis="§ 18a AufenthG",
        starts_on=date(2025, 1, 1),
        printed_until=printed,
        effective_until=DAY,
        effective_reason="§ 81 Abs. 4 AufenthG",
    )
    assert group_on(DAY, person, seen_by=lead) == TargetGroup.THIRD_COUNTRY
    assert group_on(DAY + timedelta(days=1), person, seen_by=lead) == TargetGroup.UNDETERMINED


# Recorded before two titles could no longer be effective at the same time.
BEFORE_THE_RULE: dict[str, Any] = {"changed_at": None}


def test_of_two_effective_titles_the_later_counts(person: Migrant, lead: Membership) -> None:
    period(
        person,
        by=lead,
        title=Title.RESIDENCE_PERMIT,
        basis="§ 25 Abs. 2 AufenthG",
        starts_on=date(2026, 5, 1),
        **BEFORE_THE_RULE,
    )
    period(person, by=lead, title=Title.ASYLUM_PERMISSION, starts_on=date(2024, 1, 1), **BEFORE_THE_RULE)
    period(person, by=lead, title=Title.ARRIVAL_PROOF, **BEFORE_THE_RULE)
    assert group_on(DAY, person, seen_by=lead) == TargetGroup.RECOGNISED
    assert group_on(date(2025, 1, 1), person, seen_by=lead) == TargetGroup.ASYLUM_PROCEDURE
    assert group_on(date(2020, 1, 1), person, seen_by=lead) == TargetGroup.ASYLUM_PROCEDURE


@pytest.mark.parametrize(
    ("birth", "group"),
    [
        ("", "unaccompanied_minor"),
        ("2008-11-23", "unaccompanied_minor"),
        ("2008-11-22", "tolerated"),
        ("2008-11", "unaccompanied_minor"),
        ("2008-10", "tolerated"),
        ("2008", "unaccompanied_minor"),
        ("2007", "tolerated"),
        ("1990-01-01", "tolerated"),
    ],
)
def test_an_unaccompanied_minor_stays_one_until_she_is_certainly_of_age(
    birth: str, group: str, lead: Membership
) -> None:
    person = take_up(lead, birth=birth, unaccompanied_minor=True).migrant
    period(person, by=lead)
    assert group_on(DAY, person, seen_by=lead) == group


def test_what_is_set_by_hand_goes_first(lead: Membership) -> None:
    by_hand: dict[str, Any] = {
        "target_group_override": TargetGroup.EU_CITIZEN,
        "override_reason": "Pass vorgelegt",
    }
    person = take_up(lead, unaccompanied_minor=True, **by_hand).migrant
    period(person, by=lead)
    assert group_on(DAY, person, seen_by=lead) == TargetGroup.EU_CITIZEN


def test_set_by_hand_needs_a_reason(lead: Membership) -> None:
    with pytest.raises(IntegrityError, match="migrant_override_says_why"), transaction.atomic():
        take_up(lead, target_group_override=TargetGroup.EU_CITIZEN)


def test_a_title_does_not_end_before_it_begins(person: Migrant, lead: Membership) -> None:
    with pytest.raises(IntegrityError, match="residence_ends_after_it_starts"), transaction.atomic():
        period(person, by=lead, starts_on=DAY, effective_until=DAY - timedelta(days=1))


def test_the_paper_may_say_another_day_than_the_law(case: Case, lead: Membership) -> None:
    with working_as(lead):
        (own,) = ResidencePeriod.objects.visible_to(lead)
        assert own.differs_from_print
        own.printed_until = own.effective_until
        assert not own.differs_from_print
