"""A database filled for load holds what the application could have written, spread as the measurements want it."""

from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, models, transaction

from agencies.models import Membership
from cases.case_list import capped_count, page_of_cases
from cases.models import Case, Interview, Participation, ParticipationArea
from cases.models.vocabulary import Access, LifeArea
from cases.scale.fill import Order, fill
from cases.scale.offices import DATABASE, short_name
from cases.scale.shape import BIG, PASSING_ON, SMALL, TINY, TINY_CASES
from core.acting import acting
from core.today import day_is

DAY = date(2026, 9, 1)
CASES = 200
ORDER = Order(cases=CASES, agencies=20, users=60, seed=1, day=DAY)

in_one_transaction = pytest.mark.django_db(databases=["default", "owner"])
committing = pytest.mark.django_db(databases=["default", "owner"], transaction=True)


@pytest.fixture
def filled() -> dict[str, int]:
    return fill(ORDER, say=lambda _: None)


def participations(**narrowed: Any) -> models.QuerySet[Participation]:
    return Participation.objects.using(DATABASE).filter(**narrowed)


def share_of(number: int) -> float:
    taking_part = participations(agency__short_name=short_name(number))
    return taking_part.values("case").distinct().count() / CASES


def asked(question: str) -> list[Any]:
    with connections[DATABASE].cursor() as cursor:
        cursor.execute(question)
        return list(cursor.fetchall())


@in_one_transaction
def test_work_is_spread_unevenly(filled: dict[str, int]) -> None:
    assert filled["cases_case"] == CASES
    assert share_of(BIG) == pytest.approx(0.40, abs=0.08)
    assert share_of(SMALL) == pytest.approx(0.035, abs=0.03)
    assert share_of(TINY) == TINY_CASES / CASES
    taking_part = participations().values("case", "agency").distinct().count()
    assert taking_part / CASES == pytest.approx(4, abs=0.3)


@in_one_transaction
def test_half_of_the_tiny_agency_s_cases_are_the_oldest(filled: dict[str, int]) -> None:
    rested_longest = Case.objects.using(DATABASE).order_by("last_activity")[: TINY_CASES // 2]
    of_tiny = participations(agency__short_name=short_name(TINY)).values_list("case", flat=True)
    assert {case.pk for case in rested_longest} <= set(of_tiny)


@in_one_transaction
def test_one_agency_has_handed_on_nearly_all_its_cases(filled: dict[str, int]) -> None:
    passing_on = participations(agency__short_name=short_name(PASSING_ON))
    assert passing_on.filter(ends_on__lte=DAY).count() > passing_on.count() * 0.8


@in_one_transaction
def test_copies_on_the_participation_equal_the_case(filled: dict[str, int]) -> None:
    differs = models.Q()
    for name in ("last_activity", "phase", "target_group"):
        differs |= ~models.Q(**{name: models.F(f"case__{name}")})
    assert not participations().filter(differs).exists()


@in_one_transaction
def test_each_case_is_led_by_the_one_agency_that_it_names(filled: dict[str, int]) -> None:
    leading = participations(access=Access.LEAD, ends_on=None, agency=models.F("case__lead_agency"))
    assert leading.count() == leading.values("case").distinct().count() == CASES
    assert participations(access=Access.LEAD).count() == CASES


@in_one_transaction
def test_the_target_group_follows_from_the_residence_title(filled: dict[str, int]) -> None:
    with day_is(DAY):
        for case in Case.objects.using(DATABASE).select_related("migrant"):
            assert case.target_group == case.migrant.target_group_on(DAY), case


@in_one_transaction
def test_every_participation_covers_areas_of_its_own_case(filled: dict[str, int]) -> None:
    areas = ParticipationArea.objects.using(DATABASE)
    assert not participations(areas=None).exists()
    assert not areas.exclude(case=models.F("participation__case")).exists()
    assert areas.filter(legal_basis__kind="consent").exists()


@in_one_transaction
def test_some_cases_have_an_interview_and_an_analysis(filled: dict[str, int]) -> None:
    interviews = Interview.objects.using(DATABASE)
    assert interviews.count() == filled["cases_caseanalysis"] == CASES / 50
    assert filled["cases_interviewanswer"] == interviews.count() * len(LifeArea)
    assert not interviews.exclude(agency=models.F("author__agency")).exists()


@in_one_transaction
def test_the_next_case_number_goes_on_after_the_last(filled: dict[str, int]) -> None:
    last = Case.objects.using(DATABASE).filter(number__startswith="LIP-2026-").latest("number").number
    ((following,),) = asked("SELECT next_case_number(2026)")
    assert int(following.rpartition("-")[2]) == int(last.rpartition("-")[2]) + 1


@in_one_transaction
def test_indexes_and_checks_end_as_they_were() -> None:
    constraints = (
        "SELECT conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid) FROM pg_constraint"
    )
    indexes = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    before = set(asked(constraints)), set(asked(indexes))
    fill(ORDER, say=lambda _: None)
    assert (set(asked(constraints)), set(asked(indexes))) == before


@in_one_transaction
def test_the_same_order_makes_the_same_rows() -> None:
    def rows() -> list[Any]:
        columns = (
            "id",
            "case__number",
            "case__migrant__family_name",
            "agency_id",
            "last_activity",
            "ends_on",
        )
        with transaction.atomic(using=DATABASE):
            fill(ORDER, say=lambda _: None)
            found = list(participations().order_by("id").values_list(*columns))
            transaction.set_rollback(True, using=DATABASE)
        return found

    assert rows() == rows()


@committing
def test_the_command_fills_an_empty_database_once_and_says_what_it_did() -> None:
    def seed() -> str:
        said = StringIO()
        call_command("seed_scale", cases=CASES, agencies=20, users=60, day=DAY, stdout=said)
        return said.getvalue()

    assert "200  cases_case" in seed()
    member = Membership.objects.filter(agency__short_name=short_name(BIG))[0]
    with acting(member.agency_id, on=DAY):
        assert len(page_of_cases(member).rows) == 25
        assert capped_count(member) == Case.objects.count() > 25
    with pytest.raises(CommandError, match="schon Fälle"):
        seed()


@pytest.mark.parametrize(
    "order", [{"cases": 10}, {"cases": CASES, "agencies": 5}, {"cases": CASES, "users": 3}]
)
def test_too_few_make_no_picture(order: dict[str, int]) -> None:
    with pytest.raises(CommandError, match="zu klein"):
        call_command("seed_scale", **order)
